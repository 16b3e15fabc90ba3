// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rows/rows.h"
#include "core/lint/rules/versions.h"

namespace lint {

std::span<const Rule> compatRules()
{
    static const Rule rows[] = {
        {.id = "PF-COMPAT-001",
         .title = QT_TRANSLATE_NOOP("lint", "Level missing"),
         .severity = Severity::Info,
         .isAdvice = true,
         .message = QT_TRANSLATE_NOOP("lint", "No compatibility level: old defaults are active."),
         .explanation = QT_TRANSLATE_NOOP(
             "lint",
             "Without compatibility_level Postfix runs with defaults of version 2.x and logs reminders."),
         .manual = "COMPATIBILITY_README",
         .since = {3, 0, 0},
         .reads = Reads::Settings | Reads::Services,
         .check = levelMissing},
        {.id = "PF-COMPAT-002",
         .title = QT_TRANSLATE_NOOP("lint", "Level too new"),
         .severity = Severity::Error,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "“%1” is not understood by %2."),
         .explanation = QT_TRANSLATE_NOOP("lint",
                                          "Before 3.6 the level is an integer; “3.6” stops every program. "
                                          "Later versions accept higher numbers."),
         .manual = "COMPATIBILITY_README",
         .since = {},
         .reads = Reads::Settings | Reads::Services,
         .check = levelTooNew},
        {.id = "PF-COMPAT-003",
         .title = QT_TRANSLATE_NOOP("lint", "Legacy defaults active"),
         .severity = Severity::Info,
         .isAdvice = true,
         .message = QT_TRANSLATE_NOOP("lint", "Legacy defaults: %1."),
         .explanation =
             QT_TRANSLATE_NOOP("lint", "Old defaults apply as long as the level is lower than the change."),
         .manual = "COMPATIBILITY_README",
         .since = {3, 0, 0},
         .reads = Reads::Settings | Reads::Services,
         .check = legacyDefaults},
        {.id = "PF-COMPAT-004",
         .title = QT_TRANSLATE_NOOP("lint", "Syntax too new"),
         .severity = Severity::Error,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "%1 needs Postfix %2."),
         .explanation = QT_TRANSLATE_NOOP("lint", "The older version takes the new syntax for text."),
         .manual = "RELEASE_NOTES",
         .since = {},
         .reads = Reads::Settings | Reads::Services,
         .check = syntaxTooNew},
        {.id = "PF-COMPAT-005",
         .title = QT_TRANSLATE_NOOP("lint", "Chroot by default"),
         .severity = Severity::Warning,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "“-” means chroot = y here."),
         .explanation =
             QT_TRANSLATE_NOOP("lint", "With a level below 1, “-” in the chroot column means yes."),
         .manual = "COMPATIBILITY_README",
         .since = {3, 0, 0},
         .reads = Reads::Settings | Reads::Services,
         .check = chrootByDefault},
        {.id = "PF-COMPAT-006",
         .title = QT_TRANSLATE_NOOP("lint", "Level above target"),
         .severity = Severity::Info,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "“%1” is above %2: later defaults arrive unannounced."),
         .explanation = QT_TRANSLATE_NOOP("lint",
                                          "A level above the version in use (9999 is popular) switches on "
                                          "every later change of a default silently at the next update."),
         .manual = "COMPATIBILITY_README",
         .since = {3, 6, 0},
         .reads = Reads::Settings | Reads::Services,
         .check = levelAboveTarget},
    };
    return rows;
}

} // namespace lint
