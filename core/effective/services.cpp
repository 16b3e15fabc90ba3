// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/effective/services.h"

#include <QSet>

#include <algorithm>

namespace effective {

QList<Service> servicesIn(const syntax::MasterCf &masterCf)
{
    using syntax::ServiceField;
    QList<Service> services;
    for (qsizetype i = 0; i < masterCf.services().size(); ++i) {
        const syntax::Service &service = masterCf.services()[i];
        if (service.enabled)
            services.append(Service{masterCf.fieldOf(service, ServiceField::Name).toByteArray(),
                                    masterCf.fieldOf(service, ServiceField::Type).toByteArray(),
                                    masterCf.programOf(service).toByteArray(), i});
    }
    return services;
}

QList<qsizetype> overridesInForce(const syntax::MasterCf &masterCf, const syntax::Service &service)
{
    QList<qsizetype> indexes;
    QSet<QByteArrayView> seen;
    for (qsizetype i = service.overrides.size() - 1; i >= 0; --i) {
        const syntax::Override &option = service.overrides[i];
        if (!option.enabled || seen.contains(masterCf.nameOf(option)))
            continue;
        seen.insert(masterCf.nameOf(option));
        indexes.append(i);
    }
    std::reverse(indexes.begin(), indexes.end());
    return indexes;
}

bool isSameService(const syntax::MasterCf &before, qsizetype indexBefore, const syntax::MasterCf &now,
                   qsizetype indexNow)
{
    return before.services()[indexBefore].whole.in(before.text())
        == now.services()[indexNow].whole.in(now.text());
}

} // namespace effective
