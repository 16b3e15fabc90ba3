// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rows/rows.h"
#include "core/lint/rules/postscreen.h"

namespace lint {

std::span<const Rule> pscrRules()
{
    static const Rule rows[] = {
        {.id = "PF-PSCR-001",
         .title = QT_TRANSLATE_NOOP("lint", "Companion missing"),
         .severity = Severity::Error,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "postscreen needs the service “%1”."),
         .explanation = QT_TRANSLATE_NOOP(
             "lint",
             "postscreen hands good clients to a “smtpd pass” service and uses dnsblog and tlsproxy."),
         .manual = "POSTSCREEN_README",
         .since = {2, 8, 0},
         .reads = Reads::Settings | Reads::Services,
         .check = companionMissing},
        {.id = "PF-PSCR-002",
         .title = QT_TRANSLATE_NOOP("lint", "On submission port"),
         .severity = Severity::Error,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "postscreen belongs on port 25 only."),
         .explanation = QT_TRANSLATE_NOOP(
             "lint", "postscreen tests servers; mail programs fail its tests and cannot log in there."),
         .manual = "POSTSCREEN_README",
         .since = {2, 8, 0},
         .reads = Reads::Settings | Reads::Services,
         .check = onSubmissionPort},
        {.id = "PF-PSCR-003",
         .title = QT_TRANSLATE_NOOP("lint", "Dnsbl without action"),
         .severity = Severity::Warning,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "Block list results are ignored."),
         .explanation = QT_TRANSLATE_NOOP(
             "lint", "With action ignore (the default) the block lists are queried but nobody is stopped."),
         .manual = "POSTSCREEN_README",
         .since = {2, 8, 0},
         .reads = Reads::Settings | Reads::Services,
         .check = dnsblWithoutAction},
        {.id = "PF-PSCR-004",
         .title = QT_TRANSLATE_NOOP("lint", "Threshold unreachable"),
         .severity = Severity::Warning,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "The weights add up to %1; the threshold is %2."),
         .explanation = QT_TRANSLATE_NOOP("lint", "No combination of lists reaches the threshold."),
         .manual = "POSTSCREEN_README",
         .since = {2, 8, 0},
         .reads = Reads::Settings | Reads::Services,
         .check = thresholdUnreachable},
        {.id = "PF-PSCR-005",
         .title = QT_TRANSLATE_NOOP("lint", "Block list syntax"),
         .severity = Severity::Error,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "“%1” is malformed."),
         .explanation = QT_TRANSLATE_NOOP("lint",
                                          "A malformed site stops postscreen, and with it port 25. Write "
                                          "domain, domain=filter or domain=filter*weight."),
         .manual = "postconf(5)",
         .since = {2, 8, 0},
         .reads = Reads::Settings,
         .check = dnsblSyntax},
        {.id = "PF-PSCR-006",
         .title = QT_TRANSLATE_NOOP("lint", "Own networks tested"),
         .severity = Severity::Warning,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "Trusted clients are tested too."),
         .explanation =
             QT_TRANSLATE_NOOP("lint", "Without permit_mynetworks your own machines are tested and delayed."),
         .manual = "postconf(5)",
         .since = {2, 8, 0},
         .reads = Reads::Settings | Reads::Services,
         .check = ownNetworksTested},
        {.id = "PF-PSCR-007",
         .title = QT_TRANSLATE_NOOP("lint", "Deep tests"),
         .severity = Severity::Info,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "New clients are deferred once."),
         .explanation =
             QT_TRANSLATE_NOOP("lint",
                               "The tests after the greeting make every new client come back later, like "
                               "greylisting; large senders return from other addresses."),
         .manual = "POSTSCREEN_README",
         .since = {2, 8, 0},
         .reads = Reads::Settings | Reads::Services,
         .check = deepTests},
    };
    return rows;
}

} // namespace lint
