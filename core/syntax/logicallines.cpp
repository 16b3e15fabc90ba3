// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/syntax/logicallines.h"

namespace syntax {

ByteRange physicalLineAt(QByteArrayView bytes, qsizetype from)
{
    const qsizetype found = bytes.indexOf('\n', from);
    return {from, found < 0 ? bytes.size() : found + 1};
}

ByteRange trimmed(QByteArrayView bytes, ByteRange range)
{
    while (range.begin < range.end && isSpace(bytes[range.end - 1]))
        --range.end;
    while (range.begin < range.end && isSpace(bytes[range.begin]))
        ++range.begin;
    return range;
}

bool LineScanner::next(PhysicalLine &line)
{
    if (m_at >= m_bytes.size())
        return false;
    line.range = physicalLineAt(m_bytes, m_at);
    line.text = trimmed(m_bytes, line.range);
    m_at = line.range.end;
    if (line.text.isEmpty()) {
        line.kind = LineKind::Blank;
    } else if (m_bytes[line.text.begin] == '#') {
        line.kind = LineKind::Comment;
    } else if (line.text.begin == line.range.begin) {
        line.kind = LineKind::Start;
        m_open = true;
        m_orphaned = false;
    } else {
        // What continues an orphan is dropped with it.
        m_orphaned = m_orphaned || !m_open;
        line.kind = m_orphaned ? LineKind::Orphan : LineKind::Continuation;
    }
    return true;
}

QList<ByteRange> valuePieces(QByteArrayView bytes, ByteRange range)
{
    QList<ByteRange> pieces;
    bool first = true;
    for (qsizetype at = range.begin; at < range.end;) {
        const ByteRange line = physicalLineAt(bytes.first(range.end), at);
        const ByteRange text = trimmed(bytes, line);
        // The first piece starts inside a line, where '#' is no comment.
        if (!text.isEmpty() && (first || bytes[text.begin] != '#'))
            pieces.append(text);
        first = false;
        at = line.end;
    }
    return pieces;
}

QByteArray joinedPieces(QByteArrayView bytes, const QList<ByteRange> &pieces)
{
    QByteArray joined;
    for (const ByteRange &piece : pieces) {
        if (!joined.isEmpty())
            joined += ' ';
        joined += piece.in(bytes);
    }
    // The blanks at the end go after the C string has ended: TRIM() in src/util/split_nameval.c.
    const qsizetype nul = joined.indexOf('\0');
    return nul < 0 ? joined : joined.first(trimmed(joined, {0, nul}).end);
}

} // namespace syntax
