// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tables/rowfilter.h"

namespace tables {

using syntax::ByteRange;
using syntax::ChunkRows;

RowFilter::RowFilter(model::File file, const QByteArray &text, std::optional<RowNumbers> within)
    : m_file(std::move(file)), m_needle(text), m_within(std::move(within))
{
    Q_ASSERT(m_file.table());
    // Going through all bytes is quicker than picking out many of the rows.
    constexpr qsizetype few = 8;
    if (m_within && m_within->size() > table().rowCount() / few)
        m_within.reset();
}

bool RowFilter::atEnd() const
{
    return m_needle.isEmpty() || m_next >= (m_within ? m_within->size() : table().text().chunkCount());
}

RowNumbers RowFilter::next(qsizetype wanted, qsizetype bytes)
{
    RowNumbers found;
    if (m_within) {
        nextWithin(found, wanted, bytes);
        return found;
    }
    while (!atEnd() && found.size() < wanted && bytes > 0) {
        const ChunkRows rows = table().rowsOfChunk(m_next++);
        lookThrough(rows, found);
        bytes -= rows.bytes.size();
    }
    return found;
}

void RowFilter::nextWithin(RowNumbers &found, qsizetype wanted, qsizetype bytes)
{
    const syntax::Text &text = table().text();
    while (!atEnd() && found.size() < wanted && bytes > 0) {
        const quint32 number = m_within->at(m_next++);
        const ByteRange whole = table().wholeOf(number);
        bytes -= whole.size();
        if (m_needle.findIn(text.view(whole)) >= 0) {
            found.append(number);
            continue;
        }
        const qsizetype above = whole.begin > 0 ? whole.begin - 1 : 0;
        const ByteRange line = text.lineAround(above);
        const bool mayHaveRemark =
            whole.begin > 0 && text.view({line.begin, whole.begin}).trimmed().startsWith('#');
        if (!mayHaveRemark)
            continue;
        const syntax::Row row = table().row(number);
        if (m_needle.findIn(text.bytes({table().remarkOf(row).begin, whole.begin})) >= 0)
            found.append(number);
    }
}

/// Where the lines of a row end, one of which has `offset`. Most rows are one line with another row below.
qsizetype RowFilter::behind(const ChunkRows &rows, qsizetype which, qsizetype offset) const
{
    const bool isLast = which + 1 == rows.starts.size();
    const qsizetype next = isLast ? rows.bytes.size() : rows.startOf(which + 1);
    if (next > offset && !rows.bytes.sliced(offset, next - 1 - offset).contains('\n'))
        return next;
    return table().wholeIn(rows, which).end;
}

/// Looks for the text in all bytes of the chunk, and for the row only where it is.
void RowFilter::lookThrough(const ChunkRows &rows, RowNumbers &found)
{
    const qsizetype count = rows.starts.size();
    // The remark of the first row may be in the chunk before, and have the text.
    const bool isFirstKnown = m_settled > rows.firstRow;
    qsizetype which = isFirstKnown ? 0 : -1; // the last row that begins at `at` or before
    qsizetype at = isFirstKnown ? table().wholeIn(rows, 0).end : 0;
    for (at = m_needle.findIn(rows.bytes, at); at >= 0; at = m_needle.findIn(rows.bytes, at)) {
        const qsizetype end = at + m_needle.size();
        while (which + 1 < count && rows.startOf(which + 1) <= at)
            ++which;
        const auto isInRow = [&] {
            if (which < 0)
                return false;
            const qsizetype begin = rows.startOf(which);
            return !rows.bytes.sliced(begin, end - begin).contains('\n')
                || end <= table().wholeIn(rows, which).end;
        };
        qsizetype row = rows.firstRow + which;
        if (!isInRow()) {
            ++row;
            if (row >= table().rowCount() || !isInRemark(row, rows.begin + at)) {
                ++at;
                continue;
            }
            ++which;
        }
        found.append(static_cast<quint32>(row));
        m_settled = row + 1;
        at = which < count ? behind(rows, which, end) : rows.bytes.size();
    }
}

bool RowFilter::isInRemark(qsizetype row, qsizetype offset) const
{
    const ByteRange remark = table().remarkOf(table().row(row));
    return remark.begin <= offset && offset + m_needle.size() <= remark.end;
}

} // namespace tables
