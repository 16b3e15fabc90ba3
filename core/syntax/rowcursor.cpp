// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/syntax/rowcursor.h"

namespace syntax {

qsizetype offMarkSize(QByteArrayView line, bool isFirst)
{
    if (!line.startsWith('#'))
        return 0;
    return isFirst && line.size() > 1 && line[1] == ' ' ? 2 : 1;
}

RowPieces rowPieces(QByteArrayView bytes, ByteRange whole, bool enabled)
{
    RowPieces pieces;
    for (qsizetype at = whole.begin; at < whole.end;) {
        ByteRange line = physicalLineAt(bytes.first(whole.end), at);
        const bool isFirst = at == whole.begin;
        at = line.end;
        if (bytes[line.end - 1] == '\n')
            --line.end;
        if (!enabled)
            line.begin += offMarkSize(line.in(bytes), isFirst);
        const ByteRange text = trimmed(bytes, line);
        if (!text.isEmpty() && bytes[text.begin] != '#')
            pieces.append(line);
    }
    return pieces;
}

RowCursor::RowCursor(QByteArrayView bytes, const RowPieces &pieces) : m_bytes(bytes), m_pieces(&pieces)
{
    if (!pieces.isEmpty())
        m_at = m_taken = pieces.front().begin;
    settle();
}

void RowCursor::advance()
{
    Q_ASSERT(!atEnd());
    m_taken = ++m_at;
    settle();
}

void RowCursor::skipBlanks()
{
    while (!atEnd() && isSpace(peek()))
        advance();
}

void RowCursor::settle()
{
    while (m_piece < m_pieces->size() && m_at >= (*m_pieces)[m_piece].end) {
        if (++m_piece < m_pieces->size())
            m_at = (*m_pieces)[m_piece].begin;
    }
    if (m_piece < m_pieces->size() && m_bytes[m_at] == '\0')
        m_piece = m_pieces->size();
}

} // namespace syntax
