// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/syntax/byterange.h"

#include <QByteArray>
#include <QList>

namespace syntax {

/// What ISSPACE() is to Postfix in the C locale; a line end counts.
constexpr bool isSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

enum class LineKind : quint8 {
    Blank, ///< empty or blanks only: skipped wherever it stands
    Comment, ///< first non-blank byte is '#': skipped wherever it stands
    Start, ///< starts a logical line
    Continuation, ///< starts with a blank and continues the logical line above
    Orphan ///< starts with a blank and there is nothing to continue: Postfix warns and ignores it
};

struct PhysicalLine
{
    LineKind kind = LineKind::Blank;
    ByteRange range; ///< with its line end
    ByteRange text; ///< without the blanks around it and without the line end
};

/// Splits bytes into physical lines and says what each is to Postfix.
/// The rules are those of readllines() in Postfix src/util/readlline.c.
class LineScanner
{
public:
    explicit LineScanner(QByteArrayView bytes, qsizetype from = 0) : m_bytes(bytes), m_at(from) { }

    /// False at the end; `line` is then untouched.
    bool next(PhysicalLine &line);

private:
    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    bool m_open = false;
    bool m_orphaned = false;
};

/// The line that begins at `from`, its end included.
ByteRange physicalLineAt(QByteArrayView bytes, qsizetype from);

/// `range` without blanks (line ends among them) at both ends; empty at its beginning when all is blank.
ByteRange trimmed(QByteArrayView bytes, ByteRange range);

/// The physical pieces of a value that may span lines, comments and blank lines left out. `range` starts
/// inside a line; each piece is trimmed and none is empty.
QList<ByteRange> valuePieces(QByteArrayView bytes, ByteRange range);

/// What Postfix reads: the pieces joined by one blank, cut at the first NUL as C strings are.
QByteArray joinedPieces(QByteArrayView bytes, const QList<ByteRange> &pieces);

} // namespace syntax
