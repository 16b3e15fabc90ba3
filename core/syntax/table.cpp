// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/syntax/table.h"

#include "core/syntax/rowgrammar.h"

#include <algorithm>
#include <cstring>
#include <thread>
#include <vector>

namespace syntax {

namespace {

constexpr quint32 offsetOf(quint32 start)
{
    return start & ~RowIndex::offBit;
}

qsizetype nextLine(QByteArrayView bytes, qsizetype at)
{
    const void *found = std::memchr(bytes.data() + at, '\n', static_cast<size_t>(bytes.size() - at));
    return found ? static_cast<const char *>(found) - bytes.data() + 1 : bytes.size();
}

/// Blank lines and comments do not end a logical line; a line with text that starts with a blank continues
/// it.
bool isContinuation(QByteArrayView bytes, qsizetype begin, qsizetype end)
{
    while (begin < end && isSpace(bytes[begin]))
        ++begin;
    return begin < end && bytes[begin] != '#';
}

std::shared_ptr<const RowIndex> indexOf(QByteArrayView bytes, TableKind kind, std::vector<quint32> &scratch)
{
    scratch.clear();
    // Rows that are switched off from here on lie inside a logical line when that goes on below them.
    size_t settled = 0;
    bool open = false;
    for (qsizetype at = 0; at < bytes.size();) {
        const char first = bytes[at];
        const auto start = static_cast<quint32>(at);
        if (Text::mayStartRow(first)) {
            scratch.push_back(start);
            settled = scratch.size();
            open = true;
            at = nextLine(bytes, at);
        } else if (first == '#') {
            const qsizetype end = switchedOffRowEnd(bytes, at, kind);
            if (end >= 0)
                scratch.push_back(start | RowIndex::offBit);
            at = end >= 0 ? end : nextLine(bytes, at);
        } else {
            const qsizetype end = nextLine(bytes, at);
            if (isContinuation(bytes, at, end)) {
                if (open)
                    scratch.resize(settled);
                else
                    scratch.push_back(start);
                settled = scratch.size();
                open = true;
            }
            at = end;
        }
    }
    return std::make_shared<const RowIndex>(RowIndex{QList<quint32>(scratch.begin(), scratch.end())});
}

/// Indexes the chunks that have no index yet, two threads sharing the work when there is much of it.
void indexMissing(const Text &text, TableKind kind, QList<std::shared_ptr<const RowIndex>> &indexes)
{
    std::vector<qsizetype> missing;
    for (qsizetype i = 0; i < indexes.size(); ++i) {
        if (!indexes[i])
            missing.push_back(i);
    }
    std::shared_ptr<const RowIndex> *places = indexes.data();
    const auto work = [&](size_t from, size_t to) {
        std::vector<quint32> scratch;
        for (size_t i = from; i < to; ++i)
            places[missing[i]] = indexOf(text.chunk(missing[i])->bytes, kind, scratch);
    };
    constexpr size_t worthAThread = 16;
    if (missing.size() < worthAThread) {
        work(0, missing.size());
        return;
    }
    std::thread other([&] { work(missing.size() / 2, missing.size()); });
    work(0, missing.size() / 2);
    other.join();
}

bool isWordByte(char c)
{
    return c < 0 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '_' || c == '-';
}

/// Both in lower case.
bool mentions(QByteArrayView text, QByteArrayView word)
{
    for (qsizetype at = text.indexOf(word); at >= 0 && !word.isEmpty(); at = text.indexOf(word, at + 1)) {
        const qsizetype end = at + word.size();
        if ((at == 0 || !isWordByte(text[at - 1])) && (end == text.size() || !isWordByte(text[end])))
            return true;
    }
    return false;
}

} // namespace

Table::Table(Text text, TableKind kind) : m_text(std::move(text)), m_kind(kind)
{
    m_indexes.resize(m_text.chunkCount());
    indexMissing(m_text, m_kind, m_indexes);
    count();
}

Table::Table(Text text, const Table &before) : m_text(std::move(text)), m_kind(before.m_kind)
{
    const qsizetype size = m_text.chunkCount();
    const qsizetype oldSize = before.m_text.chunkCount();
    m_indexes.resize(size);
    // Both lists are in file order; what they share they share at their ends and in runs between the changes.
    qsizetype old = 0;
    for (qsizetype i = 0; i < size && old < oldSize; ++i) {
        const auto isShared = [&](qsizetype at) { return before.m_text.chunk(at) == m_text.chunk(i); };
        qsizetype found = old;
        while (found < std::min(oldSize, old + 64) && !isShared(found))
            ++found;
        if (found < std::min(oldSize, old + 64)) {
            m_indexes[i] = before.m_indexes[found];
            old = found + 1;
        }
    }
    for (qsizetype i = size, end = oldSize; i > 0 && end > 0 && !m_indexes[i - 1]; --i, --end) {
        if (before.m_text.chunk(end - 1) != m_text.chunk(i - 1))
            break;
        m_indexes[i - 1] = before.m_indexes[end - 1];
    }
    indexMissing(m_text, m_kind, m_indexes);
    count();
}

void Table::count()
{
    m_rowsBefore.reserve(m_indexes.size());
    for (const auto &index : m_indexes) {
        m_rowsBefore.append(m_rowCount);
        m_rowCount += index->starts.size();
    }
}

RowLines Table::linesOf(const ChunkRows &rows, qsizetype which)
{
    const QByteArrayView bytes = rows.bytes;
    const qsizetype begin = rows.startOf(which);
    const qsizetype firstEnd = nextLine(bytes, begin);
    RowLines lines{.bytes = bytes,
                   .chunkBegin = rows.begin,
                   .whole = {begin, firstEnd},
                   .isOneLine = true,
                   .row = rows.firstRow + which};
    // The next row that is in force ends this one; one that is switched off cannot lie inside it.
    const qsizetype limit = which + 1 < rows.starts.size() ? rows.startOf(which + 1) : bytes.size();
    for (qsizetype at = firstEnd; at < limit;) {
        const qsizetype end = nextLine(bytes, at);
        if (isContinuation(bytes, at, end))
            lines.whole.end = end;
        at = end;
    }
    lines.isOneLine = lines.whole.end == firstEnd;
    return lines;
}

qsizetype Table::partOf(qsizetype index) const
{
    Q_ASSERT(0 <= index && index < m_rowCount);
    const auto after = std::upper_bound(m_rowsBefore.begin(), m_rowsBefore.end(), index);
    return after - m_rowsBefore.begin() - 1;
}

ByteRange Table::wholeIn(const ChunkRows &rows, qsizetype which) const
{
    if (!rows.isOff(which))
        return linesOf(rows, which).whole;
    const qsizetype begin = rows.startOf(which);
    return {begin, switchedOffRowEnd(rows.bytes, begin, m_kind)};
}

qsizetype Table::rowBegin(qsizetype index) const
{
    const ChunkRows rows = rowsOfChunk(partOf(index));
    return rows.begin + rows.startOf(index - rows.firstRow);
}

ByteRange Table::wholeOf(qsizetype index) const
{
    const ChunkRows rows = rowsOfChunk(partOf(index));
    const ByteRange whole = wholeIn(rows, index - rows.firstRow);
    return {whole.begin + rows.begin, whole.end + rows.begin};
}

Row Table::row(qsizetype index) const
{
    const ChunkRows rows = rowsOfChunk(partOf(index));
    const qsizetype which = index - rows.firstRow;
    Row row = parseRow(rows.bytes, wholeIn(rows, which), m_kind, !rows.isOff(which)).row;
    for (ByteRange *range : {&row.whole, &row.key, &row.separator, &row.value}) {
        range->begin += rows.begin;
        range->end += rows.begin;
    }
    return row;
}

QByteArray Table::keyOf(const Row &row) const
{
    const QByteArray key = storedBytes(row, row.key);
    return m_kind == TableKind::Aliases ? unquotedAlias(key) : key;
}

QByteArray Table::valueOf(const Row &row) const
{
    QByteArray joined;
    for (const ByteRange &piece : piecesOf(row)) {
        if (!joined.isEmpty())
            joined += ' ';
        joined += m_text.view(piece);
    }
    const qsizetype nul = joined.indexOf('\0');
    return nul < 0 ? joined : joined.first(nul);
}

QByteArray Table::storedValueOf(const Row &row) const
{
    return storedBytes(row, row.value).trimmed();
}

QList<ByteRange> Table::piecesOf(const Row &row) const
{
    QList<ByteRange> pieces;
    const QByteArrayView bytes = m_text.view(row.whole);
    for (ByteRange piece : rowPieces(bytes, {0, bytes.size()}, row.enabled)) {
        piece.begin = std::max(piece.begin, row.value.begin - row.whole.begin);
        piece.end = std::min(piece.end, row.value.end - row.whole.begin);
        if (piece.begin >= piece.end)
            continue;
        piece = trimmed(bytes, piece);
        if (!piece.isEmpty())
            pieces.append({piece.begin + row.whole.begin, piece.end + row.whole.begin});
    }
    return pieces;
}

QByteArray Table::storedBytes(const Row &row, ByteRange range) const
{
    QByteArray joined;
    const QByteArrayView bytes = m_text.view(row.whole);
    for (const ByteRange &piece : rowPieces(bytes, {0, bytes.size()}, row.enabled)) {
        const qsizetype begin = std::max(piece.begin, range.begin - row.whole.begin);
        const qsizetype end = std::min(piece.end, range.end - row.whole.begin);
        if (begin < end)
            joined += bytes.sliced(begin, end - begin);
    }
    const qsizetype nul = joined.indexOf('\0');
    return nul < 0 ? joined : joined.first(nul);
}

qsizetype Table::rowAt(qsizetype offset) const
{
    const qsizetype part = m_text.chunkAt(offset);
    const QList<quint32> &starts = m_indexes[part]->starts;
    const qsizetype at = offset - m_text.chunkBegin(part);
    const auto after =
        std::upper_bound(starts.begin(), starts.end(), at, [](qsizetype wanted, quint32 start) {
            return wanted < static_cast<qsizetype>(offsetOf(start));
        });
    const qsizetype next = m_rowsBefore[part] + (after - starts.begin());
    return after != starts.begin() && row(next - 1).whole.end > offset ? next - 1 : next;
}

ByteRange Table::remarkOf(const Row &row) const
{
    const ByteRange none{row.whole.begin, row.whole.begin};
    ByteRange remark = none;
    bool touchesRow = false;
    int lines = 0;
    while (remark.begin > 0) {
        const ByteRange line = m_text.lineAround(remark.begin - 1);
        const ByteRange text = trimmed(m_text.view(line), {0, line.size()});
        if (text.isEmpty())
            break;
        const qsizetype above = rowAt(line.begin);
        touchesRow = above < m_rowCount && this->row(above).whole.begin <= line.begin;
        if (touchesRow)
            break;
        remark.begin = line.begin;
        if (++lines > maxRemarkLines)
            return none;
    }
    if (remark.isEmpty() || touchesRow)
        return remark;
    // A comment above several rows is their heading, unless it names the one below it.
    const qsizetype next = rowAt(row.whole.end);
    const bool isAlone = next >= m_rowCount || this->row(next).whole.begin > row.whole.end;
    if (isAlone && (remark.begin > 0 || lines <= 2))
        return remark;
    return mentions(m_text.bytes(remark).toLower(), keyOf(row).toLower()) ? remark : none;
}

} // namespace syntax
