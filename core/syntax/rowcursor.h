// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/syntax/logicallines.h"

#include <QVarLengthArray>

namespace syntax {

/// What Postfix joins to one logical line of a table: each line without its end, blank lines and comments
/// left out, and without the '#' in front of it when the row is switched off.
using RowPieces = QVarLengthArray<ByteRange, 4>;
RowPieces rowPieces(QByteArrayView bytes, ByteRange whole, bool enabled);

/// How many bytes in front of a line of a row that is switched off are not the row's: '#', and on its first
/// line one blank after it.
qsizetype offMarkSize(QByteArrayView line, bool isFirst);

/// Walks the bytes of a logical line as Postfix sees them: line ends and comments do not exist, and a NUL is
/// the end.
class RowCursor
{
public:
    RowCursor(QByteArrayView bytes, const RowPieces &pieces);

    bool atEnd() const { return m_piece >= m_pieces->size(); }
    /// NUL at the end.
    char peek() const { return atEnd() ? '\0' : m_bytes[m_at]; }
    void advance();
    void skipBlanks();
    /// The offset of the next byte; at the end, the end of the last one taken.
    qsizetype offset() const { return atEnd() ? m_taken : m_at; }
    /// Behind the last byte taken.
    qsizetype taken() const { return m_taken; }

private:
    void settle();

    QByteArrayView m_bytes;
    const RowPieces *m_pieces;
    qsizetype m_piece = 0;
    qsizetype m_at = 0;
    qsizetype m_taken = 0;
};

} // namespace syntax
