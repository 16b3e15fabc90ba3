// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/edits/refusal.h"
#include "core/model/draft.h"

#include <QByteArrayList>

namespace edits {

/// What a new service says; an empty field is written as '-'. `arguments` are words after the command,
/// overrides as "-o", "name=value"; words with blanks are written in braces.
struct ServiceSpec
{
    QByteArray name;
    QByteArray type = "unix";
    QByteArray isPrivate = "-";
    QByteArray unprivileged = "-";
    QByteArray chroot = "-";
    QByteArray wakeup = "-";
    QByteArray processLimit = "-";
    QByteArray command;
    QByteArrayList arguments = {};
};

/// `index` is always an index into masterCf().services() of the draft as it is now.

/// Adds the service in front of service `before` (services().size(): at the end), columns aligned as the
/// file's are.
Outcome addService(model::Draft &draft, qsizetype before, const ServiceSpec &spec);
/// Removes the whole stanza: its remark, its overrides and the comments between them.
Outcome removeService(model::Draft &draft, qsizetype index);
/// The stanza with its remark ends up in front of service `before`.
Outcome moveService(model::Draft &draft, qsizetype index, qsizetype before);
/// A copy right below, under another name (or type); comments inside are copied too.
Outcome copyService(model::Draft &draft, qsizetype index, const QByteArray &name, const QByteArray &type);
/// Comments the whole stanza out or in. Prose between its lines stays prose; overrides that were switched off
/// within it stay off.
Outcome setServiceEnabled(model::Draft &draft, qsizetype index, bool enabled);

/// Changes one column; the columns after it stay aligned where blanks allow it. The command is the program
/// only. Refuses what Postfix would refuse (field syntax of master(5)).
Outcome setServiceField(model::Draft &draft, qsizetype index, syntax::ServiceField field,
                        const QByteArray &value);
/// The same column of many services at once, as one change of the file.
Outcome setServiceFields(model::Draft &draft, const QList<qsizetype> &indexes, syntax::ServiceField field,
                         const QByteArray &value);
/// Replaces all words after the command that are not overrides.
Outcome setServiceArguments(model::Draft &draft, qsizetype index, const QByteArrayList &arguments);

/// Sets the override in force (the last of that name), adds one in the style of the others, or switches a
/// commented-out one on and gives it the value. Blanks in `value` are written as `{ name = value }`.
Outcome setOverride(model::Draft &draft, qsizetype index, QByteArrayView name, const QByteArray &value);
/// Removes every override of that name that is in force.
Outcome removeOverride(model::Draft &draft, qsizetype index, QByteArrayView name);
/// Switches override `which` of the service's overrides on or off, on a line of its own.
Outcome setOverrideEnabled(model::Draft &draft, qsizetype index, qsizetype which, bool enabled);
/// Changes name and value of override `which`, in force or not, and keeps the way it is written.
Outcome replaceOverride(model::Draft &draft, qsizetype index, qsizetype which, const QByteArray &name,
                        const QByteArray &value);
/// Removes override `which`, in force or not.
Outcome removeOverrideAt(model::Draft &draft, qsizetype index, qsizetype which);

} // namespace edits
