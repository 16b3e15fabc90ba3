// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postscreen/state.h"

#include "core/submission/ports.h"

namespace postscreen {

using syntax::ServiceField;

State stateOf(const syntax::MasterCf &file)
{
    State state;
    for (qsizetype i = 0; i < file.services().size(); ++i) {
        const syntax::Service &service = file.services()[i];
        const QByteArrayView name = file.fieldOf(service, ServiceField::Name);
        const bool isAtPort = service.enabled && file.fieldOf(service, ServiceField::Type) == "inet"
            && submission::numberOf(name.sliced(name.lastIndexOf(':') + 1)) == submission::smtpPort;
        if (isAtPort && file.programOf(service) == "postscreen")
            state.screens.append(i);
        else if (isAtPort && file.programOf(service) == "smtpd")
            state.servers.append(i);
    }
    for (const Part &part : helpers) {
        if (file.indexOf(part.name, part.type) < 0)
            state.missing.append(part);
    }
    return state;
}

qsizetype indexOf(const syntax::MasterCf &file, const Part &part)
{
    const qsizetype inForce = file.indexOf(part.name, part.type);
    for (qsizetype i = 0; inForce < 0 && i < file.services().size(); ++i) {
        const syntax::Service &service = file.services()[i];
        if (file.fieldOf(service, ServiceField::Name) == QByteArrayView(part.name)
            && file.fieldOf(service, ServiceField::Type) == QByteArrayView(part.type)
            && file.programOf(service) == QByteArrayView(part.program))
            return i;
    }
    return inForce;
}

} // namespace postscreen
