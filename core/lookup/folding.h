// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace lookup {

constexpr char foldedAscii(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

bool isAscii(QByteArrayView text);
/// valid_utf8_string() in src/util/valid_utf8_string.c.
bool isUtf8(QByteArrayView text);
/// casefoldx() in src/util/casefold.c: A to Z, and with UTF-8 all letters of Unicode.
QByteArray folded(const QByteArray &text, bool isUtf8);

} // namespace lookup
