// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/syntax/text.h"

#include <QList>

#include <memory>

namespace syntax {

enum class TableKind : quint8 {
    KeyValue, ///< hash, btree, lmdb, cdb, dbm, sdbm, texthash sources: key, blanks, value
    Aliases, ///< aliases(5): name: value, value, ...
    Pattern, ///< regexp_table(5), pcre_table(5)
    Cidr ///< cidr_table(5)
};

/// One row of a table. Ranges are offsets into the file.
struct Row
{
    enum class Form : quint8 {
        Entry, ///< key and value
        If, ///< `if` with its condition as the key
        EndIf,
        Stray ///< in force, but no row of this kind of table
    };
    ByteRange whole; ///< first to last line of the logical line, line ends, comments in between included
    ByteRange key; ///< quotes, or pattern delimiters and flags, included
    ByteRange separator;
    ByteRange value; ///< across lines; empty where one would go
    Form form = Form::Entry;
    bool negated = false; ///< a leading '!' (outside `key`)
    bool enabled = true; ///< false: commented out
};

/// Where the rows of one chunk are; shared by every Table whose text has that chunk.
struct RowIndex
{
    /// Offset of each row within its chunk, with `offBit` set for a row that is switched off.
    QList<quint32> starts;
    static constexpr quint32 offBit = 0x80000000U;
};

/// The lines of a row, for those who read a million of them and want no more than the bytes.
struct RowLines
{
    QByteArrayView bytes; ///< of the chunk that holds it
    qsizetype chunkBegin = 0; ///< in the file
    ByteRange whole; ///< in the chunk
    bool isOneLine = true; ///< neither continued nor with comments inside
    qsizetype row = 0; ///< its number in the table
};

/// The rows that lie in one chunk of a table, for those who go through all its bytes.
struct ChunkRows
{
    QByteArrayView bytes; ///< of the chunk
    qsizetype begin = 0; ///< in the file
    qsizetype firstRow = 0;
    const QList<quint32> &starts; ///< as in RowIndex

    qsizetype startOf(qsizetype which) const { return starts[which] & ~RowIndex::offBit; }
    bool isOff(qsizetype which) const { return (starts[which] & RowIndex::offBit) != 0; }
};

/// A lookup table, byte for byte, with an index of where its rows are. Any byte sequence is some Table.
/// The index holds four bytes a row; a row's parts are found when it is asked for.
class Table
{
public:
    Table(Text text, TableKind kind);
    /// The same, taking over what `before` knows about the chunks that both share.
    Table(Text text, const Table &before);

    const Text &text() const { return m_text; }
    TableKind kind() const { return m_kind; }

    /// In file order, in force and switched off.
    qsizetype rowCount() const { return m_rowCount; }
    Row row(qsizetype index) const;
    /// Where a row begins and where its lines are, without a look at its parts.
    qsizetype rowBegin(qsizetype index) const;
    ByteRange wholeOf(qsizetype index) const;
    /// One for each chunk of the text.
    ChunkRows rowsOfChunk(qsizetype part) const
    {
        return {m_text.chunk(part)->bytes, m_text.chunkBegin(part), m_rowsBefore[part],
                m_indexes[part]->starts};
    }
    /// The lines of a row, in its chunk.
    ByteRange wholeIn(const ChunkRows &rows, qsizetype which) const;
    /// Calls visit(RowLines) for the rows in force, in file order, until it returns false.
    template<typename Visit>
    void forEachRowInForce(Visit visit) const
    {
        for (qsizetype part = 0; part < m_indexes.size(); ++part) {
            const ChunkRows rows = rowsOfChunk(part);
            for (qsizetype which = 0; which < rows.starts.size(); ++which) {
                if (!rows.isOff(which) && !visit(linesOf(rows, which)))
                    return;
            }
        }
    }
    QByteArray
    keyOf(const Row &row) const; ///< as Postfix reads it: unquoted for aliases, bytes as they are elsewhere
    QByteArray valueOf(const Row &row) const; ///< lines joined by one blank, comments left out
    /// The value as a lookup in a key/value table answers it: lines joined with all their blanks.
    QByteArray storedValueOf(const Row &row) const;
    /// The trimmed pieces of the value, one for each line that carries a part of it.
    QList<ByteRange> piecesOf(const Row &row) const;
    /// The row whose lines contain `offset`, or the next one after it; rowCount() behind the last.
    qsizetype rowAt(qsizetype offset) const;
    /// The comment block right above a row that speaks of it; empty at row.whole.begin if none.
    ByteRange remarkOf(const Row &row) const;

private:
    static constexpr int maxRemarkLines = 12;

    void count();
    static RowLines linesOf(const ChunkRows &rows, qsizetype which);
    /// The chunk that a row is in.
    qsizetype partOf(qsizetype index) const;
    QByteArray storedBytes(const Row &row, ByteRange range) const;

    Text m_text;
    TableKind m_kind;
    QList<std::shared_ptr<const RowIndex>> m_indexes; ///< one per chunk of m_text
    QList<qsizetype> m_rowsBefore; ///< one per chunk
    qsizetype m_rowCount = 0;
};

} // namespace syntax
