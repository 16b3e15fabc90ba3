// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rows/rows.h"
#include "core/lint/rules/hardening.h"

namespace lint {

std::span<const Rule> secRules()
{
    static const Rule rows[] = {
        {.id = "PF-SEC-001",
         .title = QT_TRANSLATE_NOOP("lint", "Debug left on"),
         .severity = Severity::Warning,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "Session debugging is on."),
         .explanation =
             QT_TRANSLATE_NOOP("lint", "Debugging of peers logs whole sessions, passwords included."),
         .manual = "DEBUG_README",
         .since = {},
         .reads = Reads::Settings | Reads::Services,
         .check = debugLeftOn},
        {.id = "PF-SEC-002",
         .title = QT_TRANSLATE_NOOP("lint", "Privileged account"),
         .severity = Severity::Error,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "“%1” is not allowed."),
         .explanation = QT_TRANSLATE_NOOP(
             "lint", "Postfix refuses privileged or shared accounts for unprivileged work."),
         .manual = "postconf(5)",
         .since = {},
         .reads = Reads::Settings | Reads::Services,
         .check = privilegedAccount},
        {.id = "PF-SEC-003",
         .title = QT_TRANSLATE_NOOP("lint", "Commands from include"),
         .severity = Severity::Warning,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "include is allowed."),
         .explanation = QT_TRANSLATE_NOOP("lint",
                                          "Commands and files in :include: lists run with the list owner’s "
                                          "rights; a writable list becomes a shell."),
         .manual = "postconf(5)",
         .since = {},
         .reads = Reads::Settings | Reads::Services,
         .check = commandsFromInclude},
        {.id = "PF-SEC-004",
         .title = QT_TRANSLATE_NOOP("lint", "Dangerous environment"),
         .severity = Severity::Error,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "“%1” must not be taken over."),
         .explanation = QT_TRANSLATE_NOOP("lint", "Loader variables from outside reach root processes."),
         .manual = "postconf(5)",
         .since = {},
         .reads = Reads::Settings | Reads::Services,
         .check = dangerousEnvironment},
        {.id = "PF-SEC-005",
         .title = QT_TRANSLATE_NOOP("lint", "Password in main cf"),
         .severity = Severity::Error,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "A password stands in a public file."),
         .explanation = QT_TRANSLATE_NOOP("lint", "main.cf is readable by every local user."),
         .manual = "SASL_README",
         .since = {},
         .reads = Reads::Settings | Reads::Services,
         .check = passwordInMainCf},
        {.id = "PF-SEC-006",
         .title = QT_TRANSLATE_NOOP("lint", "Leading dash recipients"),
         .severity = Severity::Warning,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "Recipients may start with “-”."),
         .explanation = QT_TRANSLATE_NOOP(
             "lint", "Addresses that start with a dash can be taken for options by programs."),
         .manual = "postconf(5)",
         .since = {},
         .reads = Reads::Settings | Reads::Services,
         .check = leadingDashRecipients},
    };
    return rows;
}

} // namespace lint
