// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rows/rows.h"
#include "core/lint/rules/bytes.h"
#include "core/lint/rules/duplicates.h"
#include "core/lint/rules/lines.h"
#include "core/lint/rules/references.h"
#include "core/lint/rules/straylines.h"

namespace lint {

std::span<const Rule> synRules()
{
    static const Rule rows[] = {
        {.id = "PF-SYN-001",
         .title = QT_TRANSLATE_NOOP("lint", "Missing equals"),
         .severity = Severity::Error,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "No “=” after “%1”: Postfix stops reading here."),
         .explanation = QT_TRANSLATE_NOOP(
             "lint",
             "Every Postfix program reads the whole of main.cf first and stops at the first logical line "
             "that is not “name = value”; nothing runs any more, not even “postconf”."),
         .manual = "postconf(5), main.cf file format",
         .since = {},
         .reads = Reads::Bytes,
         .check = missingEquals},
        {.id = "PF-SYN-002",
         .title = QT_TRANSLATE_NOOP("lint", "Missing name"),
         .severity = Severity::Error,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "Nothing in front of “=”."),
         .explanation = QT_TRANSLATE_NOOP(
             "lint", "A line that starts with “=” stops all programs in the same way as a missing “=”."),
         .manual = "postconf(5), main.cf file format",
         .since = {},
         .reads = Reads::Bytes,
         .check = missingName},
        {.id = "PF-SYN-003",
         .title = QT_TRANSLATE_NOOP("lint", "Indented first line"),
         .severity = Severity::Error,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "Indented text before the first entry is ignored."),
         .explanation = QT_TRANSLATE_NOOP(
             "lint",
             "White space at the start of a line means “continued from above”. With nothing above, Postfix "
             "warns and throws the text away, so the setting silently does not exist."),
         .manual = "postconf(5), main.cf file format; readlline",
         .since = {},
         .reads = Reads::Bytes,
         .check = indentedFirstLine},
        {.id = "PF-SYN-004",
         .title = QT_TRANSLATE_NOOP("lint", "Swallowed assignment"),
         .severity = Severity::Warning,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "“%1 = …” is read as part of “%2”, not as a setting."),
         .explanation =
             QT_TRANSLATE_NOOP("lint",
                               "An assignment that was indented by accident becomes part of the value above "
                               "it: two settings are wrong at once and Postfix says nothing."),
         .manual = "postconf(5), main.cf file format",
         .since = {},
         .reads = Reads::Settings,
         .check = swallowedAssignment},
        {.id = "PF-SYN-005",
         .title = QT_TRANSLATE_NOOP("lint", "Continuation of commented head"),
         .severity = Severity::Warning,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "This line continues “%1”; its own head is commented out."),
         .explanation = QT_TRANSLATE_NOOP("lint",
                                          "Commenting out only the head of a multi-line entry leaves its "
                                          "tail, which now extends whatever entry stands above."),
         .manual = "postconf(5), master(5)",
         .since = {},
         .reads = Reads::Settings,
         .check = continuedCommentedHead},
        {.id = "PF-SYN-006",
         .title = QT_TRANSLATE_NOOP("lint", "Trailing comment"),
         .severity = Severity::Error,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "Text after “#” is part of the value."),
         .explanation = QT_TRANSLATE_NOOP(
             "lint",
             "Postfix has no end-of-line comments: “#” and everything after it becomes part of the value. "
             "Numbers and switches then stop the daemon, lists gain words such as “#” and “local”."),
         .manual = "postconf(5), main.cf file format",
         .since = {},
         .reads = Reads::Settings,
         .check = trailingComment},
        {.id = "PF-SYN-007",
         .title = QT_TRANSLATE_NOOP("lint", "Trailing backslash"),
         .severity = Severity::Error,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "A backslash does not continue a line."),
         .explanation = QT_TRANSLATE_NOOP("lint",
                                          "Shell-style line joining does not exist here; the backslash stays "
                                          "in the value (or becomes an argument of the daemon) and in "
                                          "master.cf the next line, if not indented, is a new broken entry."),
         .manual = "postconf(5), master(5)",
         .since = {},
         .reads = Reads::Bytes,
         .check = trailingBackslash},
        {.id = "PF-SYN-008",
         .title = QT_TRANSLATE_NOOP("lint", "Conflicting duplicate"),
         .severity = Severity::Warning,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "“%1” is set again here; the value from line %2 is discarded."),
         .explanation = QT_TRANSLATE_NOOP("lint",
                                          "The last assignment wins without regard to distance; an edit made "
                                          "to the earlier one has no effect and nobody notices."),
         .manual = "postconf(5)",
         .since = {},
         .reads = Reads::Bytes,
         .check = conflictingDuplicate},
        {.id = "PF-SYN-009",
         .title = QT_TRANSLATE_NOOP("lint", "Repeated duplicate"),
         .severity = Severity::Info,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "“%1” is set twice to the same value."),
         .explanation = QT_TRANSLATE_NOOP("lint",
                                          "A second identical assignment does nothing today and will "
                                          "contradict the first as soon as one of them is edited."),
         .manual = "postconf(5)",
         .since = {},
         .reads = Reads::Bytes,
         .check = repeatedDuplicate},
        {.id = "PF-SYN-010",
         .title = QT_TRANSLATE_NOOP("lint", "Nul byte"),
         .severity = Severity::Error,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "Zero byte in the file; the rest of the line may be ignored."),
         .explanation = QT_TRANSLATE_NOOP("lint",
                                          "Text behind a zero byte may be dropped, so what an editor shows "
                                          "and what Postfix obeys differ."),
         .manual = "readlline",
         .since = {},
         .reads = Reads::Bytes,
         .check = nulByte},
        {.id = "PF-SYN-011",
         .title = QT_TRANSLATE_NOOP("lint", "Crlf"),
         .severity = Severity::Info,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "Windows line ends."),
         .explanation = QT_TRANSLATE_NOOP("lint",
                                          "Postfix itself treats the carriage return as white space, but "
                                          "shell helpers, “diff” and configuration management do not."),
         .manual = "—",
         .since = {},
         .reads = Reads::Bytes,
         .check = windowsLineEnds},
        {.id = "PF-SYN-012",
         .title = QT_TRANSLATE_NOOP("lint", "Byte order mark"),
         .severity = Severity::Error,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "Byte order mark at the start of the file."),
         .explanation =
             QT_TRANSLATE_NOOP("lint",
                               "The three bytes become part of the first word: a first-line comment turns "
                               "into a fatal syntax error, a first-line setting into an unknown parameter."),
         .manual = "—",
         .since = {},
         .reads = Reads::Bytes,
         .check = byteOrderMark},
        {.id = "PF-SYN-013",
         .title = QT_TRANSLATE_NOOP("lint", "No final newline"),
         .severity = Severity::Info,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "No newline at the end of the file."),
         .explanation = QT_TRANSLATE_NOOP(
             "lint", "The last line counts, but the next tool that appends a line glues it to this one."),
         .manual = "—",
         .since = {},
         .reads = Reads::Bytes,
         .check = noFinalNewline},
        {.id = "PF-SYN-014",
         .title = QT_TRANSLATE_NOOP("lint", "Typographic character"),
         .severity = Severity::Error,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "“%1” (U+%2) is not the ASCII character it looks like."),
         .explanation = QT_TRANSLATE_NOOP(
             "lint",
             "Text copied from a web page brings no-break spaces, curly quotes and long dashes. Postfix "
             "takes them for letters: “–o” is an argument, a no-break space is part of the name."),
         .manual = "—",
         .since = {},
         .reads = Reads::Settings,
         .check = typographicCharacter},
        {.id = "PF-SYN-015",
         .title = QT_TRANSLATE_NOOP("lint", "Quoted value"),
         .severity = Severity::Warning,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "The quotes are part of the value."),
         .explanation = QT_TRANSLATE_NOOP("lint",
                                          "Quotes are not removed: the value is the text including its "
                                          "quotes, so a host, path or number is never what was meant."),
         .manual = "postconf(5)",
         .since = {},
         .reads = Reads::Settings,
         .check = quotedValue},
        {.id = "PF-SYN-016",
         .title = QT_TRANSLATE_NOOP("lint", "Invalid utf8"),
         .severity = Severity::Warning,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "Not valid UTF-8."),
         .explanation = QT_TRANSLATE_NOOP(
             "lint",
             "Since UTF-8 support is the default, lines that are not valid UTF-8 are skipped when a table is "
             "built, and values compare as different from what is shown."),
         .manual = "SMTPUTF8_README",
         .since = {},
         .reads = Reads::Bytes,
         .check = invalidUtf8},
    };
    return rows;
}

} // namespace lint
