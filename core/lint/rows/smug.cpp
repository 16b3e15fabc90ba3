// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rows/rows.h"
#include "core/lint/rules/smuggling.h"

namespace lint {

std::span<const Rule> smugRules()
{
    static const Rule rows[] = {
        {.id = "PF-SMUG-001",
         .title = QT_TRANSLATE_NOOP("lint", "Unpatched version"),
         .severity = Severity::Warning,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "This version has no protection against SMTP smuggling."),
         .explanation = QT_TRANSLATE_NOOP("lint",
                                          "Versions before the fixes accept non-standard line ends and can "
                                          "be tricked into splitting one message into two."),
         .manual = "RELEASE_NOTES-3.9; postfix.org/smtp-smuggling",
         .since = {},
         .reads = Reads::Settings | Reads::Services,
         .check = unpatchedVersion},
        {.id = "PF-SMUG-002",
         .title = QT_TRANSLATE_NOOP("lint", "Protection off by default"),
         .severity = Severity::Warning,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "Protection against SMTP smuggling is not switched on."),
         .explanation =
             QT_TRANSLATE_NOOP("lint", "The fix is there but off by default in these patch levels."),
         .manual = "postconf(5)",
         .since = {},
         .reads = Reads::Settings | Reads::Services,
         .check = protectionOffByDefault},
        {.id = "PF-SMUG-003",
         .title = QT_TRANSLATE_NOOP("lint", "Protection disabled"),
         .severity = Severity::Error,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "Protection against SMTP smuggling is off."),
         .explanation = QT_TRANSLATE_NOOP("lint", "Someone switched the protection off."),
         .manual = "postconf(5)",
         .since = {3, 5, 23},
         .reads = Reads::Settings | Reads::Services,
         .check = protectionDisabled},
        {.id = "PF-SMUG-004",
         .title = QT_TRANSLATE_NOOP("lint", "Exclusions too wide"),
         .severity = Severity::Warning,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "“%1” is exempt."),
         .explanation = QT_TRANSLATE_NOOP("lint", "Clients on the exclusion list can smuggle."),
         .manual = "postconf(5)",
         .since = {3, 5, 23},
         .reads = Reads::Settings | Reads::Services,
         .check = exclusionsTooWide},
        {.id = "PF-SMUG-005",
         .title = QT_TRANSLATE_NOOP("lint", "Setting newer than patch level"),
         .severity = Severity::Error,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "“%1” is not known to %2."),
         .explanation = QT_TRANSLATE_NOOP(
             "lint", "The first back-ported fix knows only yes and no; other words stop smtpd."),
         .manual = "postconf(5)",
         .since = {},
         .reads = Reads::Settings | Reads::Services,
         .check = settingNewerThanPatch},
        {.id = "PF-SMUG-006",
         .title = QT_TRANSLATE_NOOP("lint", "Pipelining allowed"),
         .severity = Severity::Warning,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "Unauthorised pipelining is allowed."),
         .explanation = QT_TRANSLATE_NOOP("lint",
                                          "Clients that talk out of turn are mostly abuse tools; the check "
                                          "also stops one smuggling form."),
         .manual = "postconf(5)",
         .since = {3, 5, 20},
         .reads = Reads::Settings | Reads::Services,
         .check = pipeliningAllowed},
    };
    return rows;
}

} // namespace lint
