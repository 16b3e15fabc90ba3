// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/edits/linecolumn.h"

namespace edits {

int columnAfter(QByteArrayView text, int column)
{
    for (const char c : text) {
        if (c == '\t')
            column += tabWidth - column % tabWidth;
        else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) // the first byte of a UTF-8 character
            ++column;
    }
    return column;
}

QByteArray blanksTo(int from, int to, bool withTabs)
{
    if (to <= from)
        return " ";
    if (!withTabs || to % tabWidth != 0)
        return {to - from, ' '};
    return {(to - from / tabWidth * tabWidth + tabWidth - 1) / tabWidth, '\t'};
}

} // namespace edits
