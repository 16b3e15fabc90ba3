// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rows/rows.h"
#include "core/lint/rules/local.h"
#include "core/lint/rules/routes.h"

namespace lint {

std::span<const Rule> xrefRules()
{
    static const Rule rows[] = {
        {.id = "PF-XREF-001",
         .title = QT_TRANSLATE_NOOP("lint", "Transport missing"),
         .severity = Severity::Error,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "No service “%1” in master.cf."),
         .explanation = QT_TRANSLATE_NOOP(
             "lint", "Mail routed to a transport that master.cf does not define stays in the queue."),
         .manual = "transport(5)",
         .since = {},
         .reads = Reads::Settings | Reads::Services | Reads::Tables,
         .check = transportMissing},
        {.id = "PF-XREF-002",
         .title = QT_TRANSLATE_NOOP("lint", "Content filter missing"),
         .severity = Severity::Error,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "No service “%1” in master.cf."),
         .explanation = QT_TRANSLATE_NOOP("lint", "A filter that does not exist stops all mail."),
         .manual = "FILTER_README",
         .since = {},
         .reads = Reads::Settings | Reads::Services | Reads::Tables,
         .check = contentFilterMissing},
        {.id = "PF-XREF-005",
         .title = QT_TRANSLATE_NOOP("lint", "Local recipients unchecked"),
         .severity = Severity::Warning,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "Unknown local users are accepted."),
         .explanation = QT_TRANSLATE_NOOP("lint",
                                          "With an empty “local_recipient_maps” every address at your own "
                                          "domain is accepted and bounced later: backscatter."),
         .manual = "LOCAL_RECIPIENT_README",
         .since = {},
         .reads = Reads::Settings,
         .check = localRecipientsUnchecked},
        {.id = "PF-XREF-008",
         .title = QT_TRANSLATE_NOOP("lint", "Alias database differs"),
         .severity = Severity::Warning,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "“newaliases” does not rebuild this table."),
         .explanation = QT_TRANSLATE_NOOP("lint",
                                          "“newaliases” rebuilds what “alias_database” names; a table that "
                                          "is only in “alias_maps” stays old."),
         .manual = "aliases(5)",
         .since = {},
         .reads = Reads::Settings,
         .check = aliasDatabaseDiffers},
        {.id = "PF-XREF-010",
         .title = QT_TRANSLATE_NOOP("lint", "Relay to self"),
         .severity = Severity::Error,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "“relayhost” is this host."),
         .explanation =
             QT_TRANSLATE_NOOP("lint", "Relaying everything to the own machine on port 25 is a loop."),
         .manual = "postconf(5)",
         .since = {},
         .reads = Reads::Settings | Reads::Services,
         .check = relayToSelf},
        {.id = "PF-XREF-011",
         .title = QT_TRANSLATE_NOOP("lint", "Filter loop"),
         .severity = Severity::Error,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "Mail returning here is filtered again without end."),
         .explanation = QT_TRANSLATE_NOOP(
             "lint",
             "The listener that takes mail back from the content filter must not send it there again."),
         .manual = "FILTER_README",
         .since = {},
         .reads = Reads::Settings | Reads::Services,
         .check = filterLoop},
        {.id = "PF-XREF-014",
         .title = QT_TRANSLATE_NOOP("lint", "Delivery shadowed"),
         .severity = Severity::Info,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "“%1” is not used while “%2” is set."),
         .explanation =
             QT_TRANSLATE_NOOP("lint",
                               "Local delivery uses the first of mailbox_transport_maps, mailbox_transport, "
                               "mailbox_command_maps, mailbox_command, home_mailbox, mail_spool_directory."),
         .manual = "local(8)",
         .since = {},
         .reads = Reads::Settings,
         .check = deliveryShadowed},
        {.id = "PF-XREF-015",
         .title = QT_TRANSLATE_NOOP("lint", "Luser relay idle"),
         .severity = Severity::Info,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "Unknown users are rejected before luser_relay is asked."),
         .explanation =
             QT_TRANSLATE_NOOP("lint", "“luser_relay” only sees unknown users if smtpd lets them through."),
         .manual = "postconf(5)",
         .since = {},
         .reads = Reads::Settings,
         .check = luserRelayIdle},
    };
    return rows;
}

} // namespace lint
