// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postscreen/switching.h"

#include "core/edits/serviceedits.h"
#include "core/effective/services.h"
#include "core/postscreen/state.h"
#include "core/submission/ports.h"

#include <QCoreApplication>

namespace postscreen {

using edits::Outcome;
using edits::Refusal;
using syntax::MasterCf;
using syntax::Service;
using syntax::ServiceField;

namespace {

QByteArray textOf(const MasterCf &file, qsizetype index, ServiceField field)
{
    return file.fieldOf(file.services()[index], field).toByteArray();
}

/// The service with that program at port 25 that is commented out; that name before others.
qsizetype switchedOff(const MasterCf &file, const QByteArray &name, QByteArrayView program)
{
    qsizetype found = -1;
    for (qsizetype i = 0; i < file.services().size(); ++i) {
        const Service &service = file.services()[i];
        if (service.enabled || file.fieldOf(service, ServiceField::Type) != "inet"
            || file.programOf(service) != program)
            continue;
        if (file.fieldOf(service, ServiceField::Name) == name)
            return i;
        const QByteArrayView other = file.fieldOf(service, ServiceField::Name);
        if (found < 0
            && submission::numberOf(other.sliced(other.lastIndexOf(':') + 1)) == submission::smtpPort
            && name.isEmpty())
            found = i;
    }
    return found;
}

/// What the first overrides, the second does too; what it has beside these is left.
Outcome copyOverrides(model::Draft &draft, qsizetype from, qsizetype to)
{
    const MasterCf file = draft.masterCf();
    const Service &source = file.services()[from];
    for (const qsizetype which : effective::overridesInForce(file, source)) {
        const syntax::Override &option = source.overrides[which];
        const MasterCf &now = draft.masterCf();
        const syntax::Override *known = now.overrideOf(now.services()[to], file.nameOf(option));
        if (known && now.valueOf(*known) == file.valueOf(option))
            continue;
        if (Outcome refused = edits::setOverride(draft, to, file.nameOf(option), file.valueOf(option)))
            return refused;
    }
    return {};
}

Outcome removeOverrides(model::Draft &draft, qsizetype service, const QByteArrayList &names)
{
    for (const QByteArray &name : names) {
        const MasterCf &now = draft.masterCf();
        if (!now.overrideOf(now.services()[service], name))
            continue;
        if (Outcome refused = edits::removeOverride(draft, service, name))
            return refused;
    }
    return {};
}

QByteArrayList overriddenNames(const MasterCf &file, qsizetype service)
{
    QByteArrayList names;
    for (const qsizetype which : effective::overridesInForce(file, file.services()[service]))
        names.append(file.nameOf(file.services()[service].overrides[which]).toByteArray());
    return names;
}

/// The helper in force: switched on where it stands, else written in front of service `before`.
Outcome ensure(model::Draft &draft, const Part &part, qsizetype before, const QByteArray &chroot)
{
    const qsizetype known = indexOf(draft.masterCf(), part);
    if (known >= 0)
        return edits::setServiceEnabled(draft, known, true);
    const bool isServer = part.program == QByteArrayView(server.program);
    return edits::addService(draft, before,
                             {.name = part.name,
                              .type = part.type,
                              .chroot = chroot,
                              .processLimit = isServer ? "-" : "0",
                              .command = part.program});
}

Outcome switchOnIn(model::Draft &draft)
{
    const State before = stateOf(draft.masterCf());
    if (before.screens.size() + before.servers.size() != 1)
        return Refusal{Refusal::Reason::NotThere, "smtpd",
                       QCoreApplication::translate("postscreen",
                                                   "postscreen takes the place of one smtpd at port 25. "
                                                   "Leave one of them on the Services page.")};
    const qsizetype listener = before.screens.isEmpty() ? before.servers.first() : before.screens.first();
    const QByteArray name = textOf(draft.masterCf(), listener, ServiceField::Name);
    const QByteArray chroot = textOf(draft.masterCf(), listener, ServiceField::Chroot);
    qsizetype behind = listener + 1;
    if (before.screens.isEmpty()) {
        if (Outcome refused = edits::setServiceEnabled(draft, listener, false))
            return refused;
        const qsizetype known = switchedOff(draft.masterCf(), name, "postscreen");
        if (known >= 0) {
            if (Outcome refused = edits::setServiceEnabled(draft, known, true))
                return refused;
            behind = known + 1;
        } else {
            if (Outcome refused = edits::addService(draft, behind,
                                                    {.name = name,
                                                     .type = "inet",
                                                     .isPrivate = "n",
                                                     .chroot = chroot,
                                                     .processLimit = "1",
                                                     .command = "postscreen"}))
                return refused;
            ++behind;
        }
    }
    for (const Part &part : helpers) {
        if (Outcome refused = ensure(draft, part, behind, chroot))
            return refused;
        behind = indexOf(draft.masterCf(), part) + 1;
    }
    // Only lines below have moved.
    return before.screens.isEmpty() ? copyOverrides(draft, listener, indexOf(draft.masterCf(), server))
                                    : Outcome();
}

bool reusesConnections(const syntax::MainCf &file)
{
    const syntax::Setting *setting = file.find("smtp_tls_connection_reuse");
    return setting && file.valueOf(*setting).toLower() == "yes";
}

Outcome switchOffIn(model::Draft &draft)
{
    const State before = stateOf(draft.masterCf());
    if (before.screens.isEmpty())
        return {};
    const QByteArray name = textOf(draft.masterCf(), before.screens.first(), ServiceField::Name);
    for (const qsizetype screen : before.screens) {
        if (Outcome refused = edits::setServiceEnabled(draft, screen, false))
            return refused;
    }
    const qsizetype pass = draft.masterCf().indexOf(server.name, server.type);
    qsizetype smtpd =
        before.servers.isEmpty() ? switchedOff(draft.masterCf(), name, "smtpd") : before.servers.first();
    if (smtpd < 0)
        smtpd = switchedOff(draft.masterCf(), {}, "smtpd");
    if (smtpd < 0) {
        smtpd = before.screens.first();
        const QByteArray chroot = textOf(draft.masterCf(), smtpd, ServiceField::Chroot);
        if (Outcome refused = edits::addService(
                draft, smtpd,
                {.name = name, .type = "inet", .isPrivate = "n", .chroot = chroot, .command = "smtpd"}))
            return refused;
    } else if (Outcome refused = edits::setServiceEnabled(draft, smtpd, true)) {
        return refused;
    }
    if (const qsizetype now = draft.masterCf().indexOf(server.name, server.type); pass >= 0 && now >= 0) {
        // What was overridden meanwhile counts; what came from smtpd's line leaves the other as it was.
        const QByteArrayList own = overriddenNames(draft.masterCf(), smtpd);
        const QByteArrayList meanwhile = overriddenNames(draft.masterCf(), now);
        QByteArrayList gone = own;
        gone.removeIf([&](const QByteArray &option) { return meanwhile.contains(option); });
        if (Outcome refused = copyOverrides(draft, now, smtpd))
            return refused;
        if (Outcome refused = removeOverrides(draft, smtpd, gone))
            return refused;
        if (Outcome refused = removeOverrides(draft, now, own))
            return refused;
    }
    const bool keepsProxy = reusesConnections(draft.mainCf());
    for (const Part &part : helpers) {
        const qsizetype index = draft.masterCf().indexOf(part.name, part.type);
        if (index < 0 || (keepsProxy && part.program == QByteArrayView(tlsProxy.program)))
            continue;
        if (Outcome refused = edits::setServiceEnabled(draft, index, false))
            return refused;
    }
    return {};
}

Outcome attempted(model::Draft &draft, Outcome (*change)(model::Draft &))
{
    model::Draft trial = draft;
    Outcome refused = change(trial);
    if (!refused)
        draft = trial;
    return refused;
}

} // namespace

Outcome switchOn(model::Draft &draft)
{
    return attempted(draft, switchOnIn);
}

Outcome switchOff(model::Draft &draft)
{
    return attempted(draft, switchOffIn);
}

} // namespace postscreen
