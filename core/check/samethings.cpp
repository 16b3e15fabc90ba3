// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/check/samethings.h"

#include <algorithm>
#include <array>

namespace check {

namespace {

enum class Where : quint8 {
    Line, ///< at the same place, as far as the message tells one
    File, ///< somewhere in the file: Postfix stops at the first
    Anywhere ///< what follows from it
};

struct SameThing
{
    const char *rule;
    const char *words; ///< of Postfix's message
    Where where = Where::Line;
};

constexpr std::array sameThings{
    SameThing{"PF-SYN-001", "missing '=' after attribute name", Where::File},
    SameThing{"PF-SYN-002", "missing attribute name", Where::File},
    SameThing{"PF-SYN-003", "logical line must not start with whitespace", Where::File},
    SameThing{"PF-SYN-006", "#comment after other text is not allowed"},
    SameThing{"PF-SYN-008", "overriding earlier entry", Where::File},
    SameThing{"PF-SYN-009", "overriding earlier entry", Where::File},
    SameThing{"PF-SYN-010", "text after null byte may be ignored"},
    SameThing{"PF-SYN-012", "missing '=' after attribute name", Where::File},
    SameThing{"PF-SYN-012", "unused parameter: "},
    SameThing{"PF-SYN-014", "unused parameter: "},
    SameThing{"PF-SYN-014", "missing '=' after attribute name", Where::File},
    SameThing{"PF-SYN-016", "non-UTF-8 input"},
    SameThing{"PF-REF-001", "undefined parameter: "},
    SameThing{"PF-REF-002", "unreasonable macro call nesting", Where::Anywhere},
    SameThing{"PF-REF-002", "macro processing error", Where::Anywhere},
    SameThing{"PF-REF-003", "unreasonable macro call nesting", Where::Anywhere},
    SameThing{"PF-REF-003", "macro processing error", Where::Anywhere},
    SameThing{"PF-REF-004", "truncated macro reference", Where::Anywhere},
    SameThing{"PF-REF-004", "macro processing error", Where::Anywhere},
    SameThing{"PF-REF-005", "empty macro name", Where::Anywhere},
    SameThing{"PF-REF-005", "macro processing error", Where::Anywhere},
    SameThing{"PF-REF-006", "attribute name syntax error at:", Where::Anywhere},
    SameThing{"PF-REF-006", "expected at:", Where::Anywhere},
    SameThing{"PF-REF-006", "unbalanced {} in attribute expression:", Where::Anywhere},
    SameThing{"PF-REF-006", "macro processing error", Where::Anywhere},
    SameThing{"PF-NAME-001", "unused parameter: "},
    SameThing{"PF-NAME-002", "unused parameter: "},
    SameThing{"PF-NAME-003", "unused parameter: "},
    SameThing{"PF-NAME-004", "will be removed; instead,"},
    SameThing{"PF-NAME-005", "unused parameter: "},
    SameThing{"PF-NAME-005", "has been removed; instead,"},
    SameThing{"PF-NAME-006", "read-only parameter assignment: "},
    SameThing{"PF-NAME-007", "unused parameter: "},
    SameThing{"PF-NAME-008", "undefined parameter: "},
    SameThing{"PF-VAL-001", "bad boolean configuration: "},
    SameThing{"PF-VAL-002", "bad numerical configuration: "},
    SameThing{"PF-VAL-003", "parameter value"},
    SameThing{"PF-VAL-003", "(min "},
    SameThing{"PF-VAL-004", "bad time value or unit"},
    SameThing{"PF-VAL-005", "bad time value or unit"},
    SameThing{"PF-VAL-009", "bad parameter value"},
    SameThing{"PF-VAL-009", "valid_hostname: ", Where::Anywhere},
    SameThing{"PF-VAL-010", "myhostname and relayhost parameter settings must not be identical"},
    SameThing{"PF-VAL-011", "myorigin parameter setting must not contain multiple values"},
    SameThing{"PF-VAL-018", "expecting \"type:name\" form"},
    SameThing{"PF-VAL-027", "bad string length"},
    SameThing{"PF-VAL-030", "malformed compatibility level syntax", Where::Anywhere},
    SameThing{"PF-VAL-030", "macro processing error", Where::Anywhere},
    SameThing{"PF-VAL-031", "host not found: "},
    SameThing{"PF-FILE-001", "No such file or directory"},
    SameThing{"PF-FILE-008", "group or other writable"},
    SameThing{"PF-FILE-008", "other writable"},
    SameThing{"PF-FILE-009", "not owned by root"},
    SameThing{"PF-FILE-010", "Permission denied", Where::File},
    SameThing{"PF-FILE-013", "myorigin file", Where::Anywhere},
    SameThing{"PF-MAP-003", "record is in \"key: value\" format"},
    SameThing{"PF-MAP-004", "ignoring unrecognized request"},
    SameThing{"PF-MAP-004", "no closing regexp delimiter"},
    SameThing{"PF-MAP-005", "record is in \"key: value\" format"},
    SameThing{"PF-MAP-006", "need name:value pair"},
    SameThing{"PF-MAP-007", "expected format: key whitespace value"},
    SameThing{"PF-MAP-008", "duplicate entry: "},
    SameThing{"PF-MAP-009", "non-null host address bits"},
    SameThing{"PF-MAP-009", "no address pattern"},
    SameThing{"PF-MAP-009", "need \"pattern whitespace value\""},
    SameThing{"PF-MAP-009", "bad network"},
    SameThing{"PF-MAP-009", "bad net/mask pattern"},
    SameThing{"PF-MAP-010", "skipping this rule"},
    SameThing{"PF-MAP-010", "out of range replacement index"},
    SameThing{"PF-MAP-010", "has no matching"},
    SameThing{"PF-MAP-015", "logical line must not start with whitespace", Where::File},
    SameThing{"PF-MAP-027", "unused parameter: "},
    SameThing{"PF-MAP-034", "name must be local"},
    SameThing{"PF-MASTER-001", "bad field count", Where::File},
    SameThing{"PF-MASTER-002", "invalid type field"},
    SameThing{"PF-MASTER-003", "invalid private field"},
    SameThing{"PF-MASTER-003", "invalid unprivileged field"},
    SameThing{"PF-MASTER-003", "invalid chroot field"},
    SameThing{"PF-MASTER-004", "invalid wakeup field"},
    SameThing{"PF-MASTER-004", "invalid process_limit field"},
    SameThing{"PF-MASTER-016", "missing 'postlog' service", Where::Anywhere},
    SameThing{"PF-MASTER-025", "missing '}' in", Where::File},
    SameThing{"PF-MASTER-027", "unused parameter: "},
    SameThing{"PF-MASTER-027", "missing '=' after attribute name"},
    SameThing{"PF-COMPAT-001", "using backwards-compatible default settings", Where::Anywhere},
    SameThing{"PF-COMPAT-001", "COMPATIBILITY_README.html", Where::Anywhere},
    SameThing{"PF-COMPAT-001", "To disable backwards compatibility", Where::Anywhere},
    SameThing{"PF-COMPAT-002", "compatibility_level"},
    SameThing{"PF-SEC-002", "has privileged user ID"},
    SameThing{"PF-SEC-002", "specify the same user"},
};

bool isThere(Where where, const Problem &own, const Problem &postfix)
{
    if (where == Where::Anywhere)
        return true;
    if (own.file != postfix.file)
        return false;
    if (where == Where::File || !own.place || !postfix.place)
        return true;
    const syntax::ByteRange &a = own.place->range;
    const syntax::ByteRange &b = postfix.place->range;
    return a.begin <= b.end && b.begin <= a.end;
}

} // namespace

bool isSameThing(const Problem &own, const Problem &postfix)
{
    return std::any_of(sameThings.begin(), sameThings.end(), [&](const SameThing &same) {
        return own.rule == QLatin1String(same.rule) && postfix.message.contains(QLatin1String(same.words))
            && isThere(same.where, own, postfix);
    });
}

} // namespace check
