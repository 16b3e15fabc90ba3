// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/master/mentioned.h"

#include "core/edits/parameteredits.h"
#include "core/effective/values.h"

#include <algorithm>

namespace master {

namespace {

/// In the order of the services that mention them.
QByteArrayList undefinedNames(const model::Snapshot &snapshot, const effective::Target &target)
{
    QByteArrayList names;
    for (const effective::Finding &finding : effective::Values(snapshot, target).findings()) {
        if (finding.kind != effective::Finding::Kind::UndefinedName || finding.service < 0)
            continue;
        for (const QByteArray &name : finding.names) {
            if (!names.contains(name))
                names.append(name);
        }
    }
    return names;
}

} // namespace

edits::Outcome defineMentioned(model::Draft &draft, const model::Snapshot &before,
                               const effective::Target &target)
{
    // Without a '$' in master.cf there is nothing to look for.
    if (!draft.masterCf().text().contains('$'))
        return {};
    const QByteArrayList now = undefinedNames(draft.snapshot(), target);
    if (now.isEmpty())
        return {};
    const QByteArrayList then = undefinedNames(before, target);
    for (const QByteArray &name : now) {
        if (then.contains(name))
            continue;
        if (edits::Outcome refused = edits::setParameter(draft, name, {}))
            return refused;
    }
    return {};
}

} // namespace master
