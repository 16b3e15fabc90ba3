// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rows/rows.h"
#include "core/lint/rules/references.h"

namespace lint {

std::span<const Rule> refRules()
{
    static const Rule rows[] = {
        {.id = "PF-REF-001",
         .title = QT_TRANSLATE_NOOP("lint", "Undefined reference"),
         .severity = Severity::Warning,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "“$%1” is not defined anywhere and expands to nothing."),
         .explanation =
             QT_TRANSLATE_NOOP("lint",
                               "A reference to a name that is neither a Postfix parameter nor set anywhere "
                               "expands to nothing: a restriction list becomes empty, a path loses a part."),
         .manual = "postconf(5)",
         .since = {},
         .reads = Reads::Settings,
         .check = undefinedReference},
        {.id = "PF-REF-002",
         .title = QT_TRANSLATE_NOOP("lint", "Reference cycle"),
         .severity = Severity::Error,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "Cycle: %1."),
         .explanation = QT_TRANSLATE_NOOP("lint",
                                          "Two or more parameters that refer to each other cannot be "
                                          "expanded; every program that needs one of them dies."),
         .manual = "postconf(5)",
         .since = {},
         .reads = Reads::Settings,
         .check = referenceCycle},
        {.id = "PF-REF-003",
         .title = QT_TRANSLATE_NOOP("lint", "Self reference"),
         .severity = Severity::Error,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "“%1” refers to itself."),
         .explanation = QT_TRANSLATE_NOOP(
             "lint", "“x = $x, more” does not append to the default, it refers to itself without end."),
         .manual = "postconf(5)",
         .since = {},
         .reads = Reads::Settings,
         .check = selfReference},
        {.id = "PF-REF-004",
         .title = QT_TRANSLATE_NOOP("lint", "Truncated reference"),
         .severity = Severity::Error,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "Missing closing bracket."),
         .explanation = QT_TRANSLATE_NOOP(
             "lint",
             "An opening “${” or “$(” without its closing partner stops expansion with a fatal error."),
         .manual = "postconf(5)",
         .since = {},
         .reads = Reads::Settings,
         .check = truncatedReference},
        {.id = "PF-REF-005",
         .title = QT_TRANSLATE_NOOP("lint", "Empty reference"),
         .severity = Severity::Error,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "Lone “$”."),
         .explanation = QT_TRANSLATE_NOOP("lint", "A lone “$” is not a dollar sign; write “$$”."),
         .manual = "postconf(5)",
         .since = {},
         .reads = Reads::Settings,
         .check = emptyReference},
        {.id = "PF-REF-006",
         .title = QT_TRANSLATE_NOOP("lint", "Malformed expression"),
         .severity = Severity::Error,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "Malformed expression: %1."),
         .explanation = QT_TRANSLATE_NOOP(
             "lint",
             "Conditional and relational expressions with a wrong operator or left-over text are fatal."),
         .manual = "postconf(5), conditional expressions",
         .since = {},
         .reads = Reads::Settings,
         .check = malformedExpression},
        {.id = "PF-REF-007",
         .title = QT_TRANSLATE_NOOP("lint", "Parenthesised reference"),
         .severity = Severity::Info,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "Old-style reference."),
         .explanation = QT_TRANSLATE_NOOP(
             "lint", "“$(name)” works but is the old spelling; it cannot carry the newer operators."),
         .manual = "postconf(5)",
         .since = {},
         .reads = Reads::Settings,
         .check = parenthesisedReference},
    };
    return rows;
}

} // namespace lint
