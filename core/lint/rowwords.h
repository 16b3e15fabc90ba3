// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/context.h"

namespace lint {

/// Whether a row of a table of keys may begin a regular expression, or what goes with one.
inline bool mayBePattern(char first)
{
    return first == '/' || (first | 0x20) == 'i' || (first | 0x20) == 'e';
}
bool isPatternRow(QByteArrayView row);

/// Whether the text of a continued line looks like a row of its own: an address or a domain, and a value.
bool isSwallowedRow(QByteArrayView text);

/// The `#` that blanks stand in front of, or that begins the text.
std::optional<qsizetype> commentIn(QByteArrayView text);

/// The first parameter that the text refers to with a `$`; empty when there is none.
QByteArray parameterIn(const Context &context, QByteArrayView text);

} // namespace lint
