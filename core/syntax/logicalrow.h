// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/syntax/rowcursor.h"
#include "core/syntax/table.h"

namespace syntax {

/// A row as readllines() in Postfix src/util/readlline.c hands it on: its lines joined, without comments.
struct LogicalRow
{
    explicit LogicalRow(const RowLines &lines)
        : where{lines.whole.begin + lines.chunkBegin, lines.whole.end + lines.chunkBegin}
    {
        if (lines.isOneLine) {
            qsizetype end = lines.whole.end;
            while (end > lines.whole.begin && isSpace(lines.bytes[end - 1]))
                --end;
            // The chunk lives as long as the table; a copy of each of a million rows takes its time.
            text = QByteArray::fromRawData(lines.bytes.data() + lines.whole.begin, end - lines.whole.begin);
        } else {
            for (const ByteRange &piece : rowPieces(lines.bytes, lines.whole, true))
                text += piece.in(lines.bytes);
            while (!text.isEmpty() && isSpace(text.back()))
                text.chop(1);
        }
        const qsizetype lineEnd = lines.whole.in(lines.bytes).indexOf('\n');
        if (lineEnd > 0)
            where.end = where.begin + lineEnd;
    }

    /// Whether it begins with that word, in small or large letters.
    bool isWord(QByteArrayView word) const
    {
        const auto isAlnum = [](char c) {
            return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        };
        return text.size() >= word.size()
            && QByteArrayView(text).first(word.size()).compare(word, Qt::CaseInsensitive) == 0
            && (text.size() == word.size() || !isAlnum(text[word.size()]));
    }

    QByteArray text;
    ByteRange where; ///< its first line, in the file
};

} // namespace syntax
