// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/syntax/text.h"

namespace ui {

/// What one should know about the bytes of a file before editing it.
struct FileFacts
{
    qsizetype bytes = 0;
    qsizetype lines = 0;
    qsizetype crlf = 0; ///< line ends with a carriage return
    qsizetype nul = 0;
    bool isUtf8 = true;
    bool isAscii = true;
    bool hasByteOrderMark = false;
    bool endsWithNewline = true; ///< an empty file counts as one that does
};

FileFacts fileFacts(const syntax::Text &text);

/// "UTF-8, 251 lines, 9 KB", and what is unusual about it.
QString factsText(const FileFacts &facts);

} // namespace ui
