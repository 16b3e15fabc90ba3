// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rules/reach.h"

#include "core/lint/rows/rows.h"

namespace lint {

std::span<const Rule> reachRules()
{
    static const Rule rows[] = {
        {.id = "PF-REACH-001",
         .title = QT_TRANSLATE_NOOP("lint", "After unconditional"),
         .severity = Severity::Warning,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "Never reached: “%1” on line %2 decides everything."),
         .explanation = QT_TRANSLATE_NOOP(
             "lint", "Nothing after an unconditional permit, reject or defer is ever looked at."),
         .manual = "SMTPD_ACCESS_README",
         .since = {},
         .reads = Reads::Settings | Reads::Services,
         .check = afterUnconditional},
        {.id = "PF-REACH-002",
         .title = QT_TRANSLATE_NOOP("lint", "After destination split"),
         .severity = Severity::Warning,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "Never reached."),
         .explanation =
             QT_TRANSLATE_NOOP("lint",
                               "After reject_unauth_destination only authorised destinations are left, and "
                               "permit_auth_destination accepts exactly these: nothing remains."),
         .manual = "postconf(5)",
         .since = {},
         .reads = Reads::Settings | Reads::Services,
         .check = afterDestinationSplit},
        {.id = "PF-REACH-003",
         .title = QT_TRANSLATE_NOOP("lint", "Repeated restriction"),
         .severity = Severity::Info,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "Already on line %1."),
         .explanation =
             QT_TRANSLATE_NOOP("lint", "The same test with the same argument twice changes nothing."),
         .manual = "SMTPD_ACCESS_README",
         .since = {},
         .reads = Reads::Settings | Reads::Services,
         .check = repeatedRestriction},
    };
    return rows;
}

} // namespace lint
