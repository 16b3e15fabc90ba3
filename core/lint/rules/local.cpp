// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rules/local.h"

#include "core/lint/assigned.h"
#include "core/lint/mending.h"
#include "core/lint/tables.h"

#include <array>

namespace lint {

void localRecipientsUnchecked(const Context &context, Report &report)
{
    const Assignment *assigned = context.assignment("local_recipient_maps");
    if (assigned && assigned->definition.text.isEmpty())
        report.add(assigned->place()).fixes = {
            removeAssignment(*assigned, QT_TRANSLATE_NOOP("lint", "Use the default"))};
}

void aliasDatabaseDiffers(const Context &context, Report &report)
{
    const Assignment *assigned = context.assignment("alias_maps");
    const TracedValue &database = context.traced("alias_database");
    if (!assigned || context.traced("alias_maps").isUncertain() || database.isUncertain())
        return;
    QSet<QByteArray> rebuilt;
    for (const Word &word : database.words())
        rebuilt.insert(word.text);
    for (const TableUse &table : tablesOf(context, "alias_maps")) {
        const QByteArray plain = table.type + ':' + table.name;
        if (!table.isIndexed() || table.type == "sdbm" || rebuilt.contains(table.word.text)
            || rebuilt.contains(plain))
            continue;
        report.add(context.placeOf(table.word, "alias_maps", effective::noService)).fixes = {
            setParameter(QT_TRANSLATE_NOOP("lint", "Add it to alias_database"), "alias_database",
                         (database.text().trimmed() + ' ' + plain).trimmed())};
    }
}

// deliver_mailbox() in src/local/mailbox.c, deliver_recipient() in src/local/recipient.c.
void deliveryShadowed(const Context &context, Report &report)
{
    static constexpr std::array<const char *, 6> order{"mailbox_transport_maps", "mailbox_transport",
                                                       "mailbox_command_maps",   "mailbox_command",
                                                       "home_mailbox",           "mail_spool_directory"};
    const char *stronger = nullptr;
    for (const char *name : order) {
        const Assignment *assigned = context.assignment(name);
        if (!assigned || assigned->definition.text.isEmpty())
            continue;
        if (stronger)
            report.add(assigned->place(), {name, stronger}).fixes = {commentOut(*assigned)};
        const bool isForAll =
            QByteArrayView(name) == "mailbox_transport" || QByteArrayView(name) == "mailbox_command";
        if (isForAll && !stronger)
            stronger = name;
    }
}

void luserRelayIdle(const Context &context, Report &report)
{
    const Assignment *assigned = context.assignment("luser_relay");
    const bool areUnknownAccepted =
        context.isAssigned("local_recipient_maps") && context.value("local_recipient_maps").isEmpty();
    if (assigned && !assigned->definition.text.isEmpty() && !areUnknownAccepted)
        report.add(assigned->place());
}

} // namespace lint
