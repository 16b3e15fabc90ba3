// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rows/rows.h"
#include "core/lint/rules/restrictions.h"

namespace lint {

std::span<const Rule> restrRules()
{
    static const Rule rows[] = {
        {.id = "PF-RESTR-001",
         .title = QT_TRANSLATE_NOOP("lint", "Unknown restriction"),
         .severity = Severity::Error,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "“%1” is not a restriction."),
         .explanation = QT_TRANSLATE_NOOP("lint",
                                          "An unknown word makes smtpd answer “451 Server configuration "
                                          "error” to every client that gets that far."),
         .manual = "SMTPD_ACCESS_README",
         .since = {},
         .reads = Reads::Settings | Reads::Services,
         .check = unknownRestriction},
        {.id = "PF-RESTR-002",
         .title = QT_TRANSLATE_NOOP("lint", "Argument missing"),
         .severity = Severity::Error,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "“%1” needs %2."),
         .explanation =
             QT_TRANSLATE_NOOP("lint",
                               "Restrictions that take a table, a domain, a number or a service need it; "
                               "without, the next word is swallowed or the client gets an error."),
         .manual = "SMTPD_ACCESS_README",
         .since = {},
         .reads = Reads::Settings | Reads::Services,
         .check = argumentMissing},
        {.id = "PF-RESTR-003",
         .title = QT_TRANSLATE_NOOP("lint", "Old restriction name"),
         .severity = Severity::Info,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "Use “%1”."),
         .explanation = QT_TRANSLATE_NOOP("lint", "Old spellings are kept for compatibility only."),
         .manual = "postconf(5); DEPRECATION_README",
         .since = {2, 3, 0},
         .reads = Reads::Settings | Reads::Services,
         .check = oldRestrictionName},
        {.id = "PF-RESTR-004",
         .title = QT_TRANSLATE_NOOP("lint", "Removed restriction"),
         .severity = Severity::Error,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "Removed in 3.9; use %1."),
         .explanation = QT_TRANSLATE_NOOP("lint", "Removed restrictions answer every client with an error."),
         .manual = "DEPRECATION_README",
         .since = {3, 9, 0},
         .reads = Reads::Settings | Reads::Services,
         .check = removedRestriction},
        {.id = "PF-RESTR-005",
         .title = QT_TRANSLATE_NOOP("lint", "Bare table"),
         .severity = Severity::Warning,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "Say which check is meant."),
         .explanation = QT_TRANSLATE_NOOP("lint",
                                          "A table without “check_…_access” takes its meaning from the list "
                                          "it stands in (and is an error in data and end-of-data lists)."),
         .manual = "SMTPD_ACCESS_README",
         .since = {},
         .reads = Reads::Settings | Reads::Services,
         .check = bareTable},
        {.id = "PF-RESTR-006",
         .title = QT_TRANSLATE_NOOP("lint", "Too early"),
         .severity = Severity::Warning,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "Not known yet at this stage."),
         .explanation =
             QT_TRANSLATE_NOOP("lint",
                               "With “smtpd_delay_reject = no” the client and HELO lists run before sender "
                               "and recipient are known, so these checks never apply."),
         .manual = "SMTPD_ACCESS_README",
         .since = {},
         .reads = Reads::Settings | Reads::Services,
         .check = tooEarly},
        {.id = "PF-RESTR-007",
         .title = QT_TRANSLATE_NOOP("lint", "Dead dnsbl"),
         .severity = Severity::Warning,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "“%1” was shut down."),
         .explanation = QT_TRANSLATE_NOOP("lint",
                                          "Block lists that were shut down cost a timeout per mail or, "
                                          "worse, answer “listed” for everyone."),
         .manual = "—",
         .since = {},
         .reads = Reads::Settings | Reads::Services,
         .check = deadBlockList},
        {.id = "PF-RESTR-008",
         .title = QT_TRANSLATE_NOOP("lint", "Warn if reject idle"),
         .severity = Severity::Warning,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "Nothing to warn about."),
         .explanation = QT_TRANSLATE_NOOP("lint",
                                          "“warn_if_reject” turns the following *reject* into a log line; "
                                          "before a permit or at the end it does nothing."),
         .manual = "postconf(5)",
         .since = {},
         .reads = Reads::Settings | Reads::Services,
         .check = idleWarning},
        {.id = "PF-RESTR-009",
         .title = QT_TRANSLATE_NOOP("lint", "Ok from name server check"),
         .severity = Severity::Error,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "Use DUNNO instead of OK here."),
         .explanation = QT_TRANSLATE_NOOP("lint",
                                          "Results of MX/NS/A checks and of unverified client names can be "
                                          "forged, so OK is refused with a server error."),
         .manual = "postconf(5)",
         .since = {},
         .reads = Reads::Settings | Reads::Services | Reads::Tables,
         .check = okFromNameServerCheck},
    };
    return rows;
}

} // namespace lint
