// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rows/rows.h"
#include "core/lint/rules/names.h"

namespace lint {

std::span<const Rule> nameRules()
{
    static const Rule rows[] = {
        {.id = "PF-NAME-001",
         .title = QT_TRANSLATE_NOOP("lint", "Misspelt parameter"),
         .severity = Severity::Warning,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "“%1” is unknown; did you mean “%2”?"),
         .explanation = QT_TRANSLATE_NOOP(
             "lint", "A misspelt name sets nothing, and the protection it was meant to give is absent."),
         .manual = "postconf(5)",
         .since = {},
         .reads = Reads::Settings | Reads::Services,
         .check = misspeltParameter},
        {.id = "PF-NAME-002",
         .title = QT_TRANSLATE_NOOP("lint", "Unused name"),
         .severity = Severity::Warning,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "Nothing uses “%1”."),
         .explanation =
             QT_TRANSLATE_NOOP("lint", "A name nobody reads is either a typing error or a leftover."),
         .manual = "postconf(5)",
         .since = {},
         .reads = Reads::Settings | Reads::Services,
         .check = unusedName},
        {.id = "PF-NAME-003",
         .title = QT_TRANSLATE_NOOP("lint", "Newer than target"),
         .severity = Severity::Warning,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "“%1” needs Postfix %2; the target is %3."),
         .explanation = QT_TRANSLATE_NOOP(
             "lint", "A parameter introduced after the version on the server is ignored there."),
         .manual = "postconf(5), “available in …”",
         .since = {},
         .reads = Reads::Settings | Reads::Services,
         .check = newerThanTarget},
        {.id = "PF-NAME-004",
         .title = QT_TRANSLATE_NOOP("lint", "Deprecated parameter"),
         .severity = Severity::Info,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "“%1” is deprecated; use %2."),
         .explanation = QT_TRANSLATE_NOOP("lint",
                                          "Old names still work but are on the list for removal; some are "
                                          "ignored when the new one is set."),
         .manual = "DEPRECATION_README",
         .since = {},
         .reads = Reads::Settings | Reads::Services,
         .check = deprecatedParameter},
        {.id = "PF-NAME-005",
         .title = QT_TRANSLATE_NOOP("lint", "Removed parameter"),
         .severity = Severity::Warning,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "“%1” was removed in Postfix %2."),
         .explanation = QT_TRANSLATE_NOOP("lint", "The target version no longer reads this parameter."),
         .manual = "RELEASE_NOTES, DEPRECATION_README",
         .since = {},
         .reads = Reads::Settings | Reads::Services,
         .check = removedParameter},
        {.id = "PF-NAME-006",
         .title = QT_TRANSLATE_NOOP("lint", "Read only name"),
         .severity = Severity::Warning,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "“%1” cannot be set."),
         .explanation =
             QT_TRANSLATE_NOOP("lint", "Some names are set by Postfix itself; an assignment is discarded."),
         .manual = "postconf(5)",
         .since = {},
         .reads = Reads::Settings | Reads::Services,
         .check = readOnlyName},
        {.id = "PF-NAME-007",
         .title = QT_TRANSLATE_NOOP("lint", "Per service name without service"),
         .severity = Severity::Warning,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "There is no service “%1” in master.cf."),
         .explanation =
             QT_TRANSLATE_NOOP("lint",
                               "Limits such as “slow_destination_concurrency_limit” apply to a service of "
                               "exactly that name; if it was renamed or never existed the limit is gone."),
         .manual = "postconf(5), transport_… parameters",
         .since = {},
         .reads = Reads::Settings | Reads::Services,
         .check = limitWithoutService},
        {.id = "PF-NAME-008",
         .title = QT_TRANSLATE_NOOP("lint", "Undefined restriction class"),
         .severity = Severity::Error,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "Restriction class “%1” has no definition."),
         .explanation =
             QT_TRANSLATE_NOOP("lint",
                               "Each class listed in “smtpd_restriction_classes” needs a parameter of that "
                               "name with a non-empty value; otherwise smtpd stops."),
         .manual = "RESTRICTION_CLASS_README",
         .since = {},
         .reads = Reads::Settings | Reads::Services,
         .check = undefinedClass},
    };
    return rows;
}

} // namespace lint
