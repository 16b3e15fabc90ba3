// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/patterns/pattern.h"
#include "core/patterns/substitution.h"

namespace lint {

/// Whether the row begins like a key: with a letter, a digit, `@`, `*` or a quote, and no delimiter.
bool startsWithLiteral(QByteArrayView row);

/// Of a pattern between its delimiters: that it matches any text.
bool isCatchAllPattern(QByteArrayView body);
/// That it has no end, or dots that stand for any character where a dot is meant.
bool isOpenEnded(QByteArrayView body);
/// That it begins with a character that no status code begins with.
bool startsWithForeignCharacter(QByteArrayView body);
/// That it is about Received: and takes any of them.
bool matchesAllReceived(QByteArrayView body, const patterns::CompiledPattern &code);

/// A result that lets mail in: OK, RELAY, a number, permit and its kin.
bool isPermit(QByteArrayView value);
/// A result of header checks that drops the header.
bool isRemoval(QByteArrayView value);

} // namespace lint
