// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/syntax/rowcursor.h"
#include "core/syntax/table.h"

namespace syntax {

struct ParsedRow
{
    Row row;
    /// A quote or a pattern is not closed, or there is no value: the next line would still belong to it.
    bool isOpen = false;
};

/// Splits one logical line as Postfix does. Key and value: postmap() in src/postmap/postmap.c; aliases:
/// postalias() in src/postalias/postalias.c and tok822_scan() in src/global/tok822_parse.c; patterns:
/// dict_regexp_parseline() in src/util/dict_regexp.c and dict_pcre_parse_rule() in src/util/dict_pcre.c;
/// networks: dict_cidr_parse_rule() in src/util/dict_cidr.c.
ParsedRow parseRow(QByteArrayView bytes, ByteRange whole, TableKind kind, bool enabled);

/// The name of an alias without quotes, escapes and comments: tok822_internalize().
QByteArray unquotedAlias(QByteArrayView name);

/// Where the row ends whose first line begins at `begin` with a '#'; -1 when that line is prose.
/// A row is taken for switched off only when key and value look like one; what looks like a sentence does
/// not.
qsizetype switchedOffRowEnd(QByteArrayView bytes, qsizetype begin, TableKind kind);

} // namespace syntax
