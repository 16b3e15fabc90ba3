// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/syntax/text.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <numeric>

namespace syntax {

namespace {

constexpr qsizetype chunkSize = qsizetype(64) * 1024;

/// Counts in blocks that fit eight-bit counters, a shape that compilers turn into vector code.
qsizetype countNewlines(QByteArrayView bytes)
{
    constexpr qsizetype lanes = 32;
    constexpr qsizetype rounds = 255;
    const char *at = bytes.data();
    qsizetype left = bytes.size();
    qsizetype total = 0;
    while (left >= lanes) {
        std::array<quint8, lanes> counters = {};
        const qsizetype blocks = std::min(rounds, left / lanes);
        for (qsizetype block = 0; block < blocks; ++block, at += lanes) {
            for (size_t lane = 0; lane < lanes; ++lane)
                counters[lane] = static_cast<quint8>(counters[lane] + (at[lane] == '\n' ? 1 : 0));
        }
        left -= blocks * lanes;
        total = std::accumulate(counters.begin(), counters.end(), total);
    }
    return total + std::count(at, at + left, '\n');
}

ChunkPointer makeChunk(const QByteArray &storage, QByteArrayView bytes)
{
    return std::make_shared<const Chunk>(Chunk{storage, bytes, countNewlines(bytes)});
}

/// The first safe place for a cut at or after `from`, or the end.
qsizetype nextCut(QByteArrayView bytes, qsizetype from)
{
    while (from < bytes.size()) {
        const void *found = std::memchr(bytes.data() + from, '\n', static_cast<size_t>(bytes.size() - from));
        if (!found)
            break;
        from = static_cast<const char *>(found) - bytes.data() + 1;
        if (from < bytes.size() && Text::mayStartRow(bytes[from]))
            return from;
    }
    return bytes.size();
}

} // namespace

bool Text::mayStartRow(char first)
{
    return first != '#' && first != ' ' && (first < '\t' || first > '\r');
}

Text::Text(const QByteArray &bytes, Layout layout) : m_layout(layout)
{
    QList<ChunkPointer> chunks;
    appendCut(chunks, bytes, bytes, layout);
    setChunks(chunks);
}

void Text::appendCut(QList<ChunkPointer> &chunks, const QByteArray &storage, QByteArrayView bytes,
                     Layout layout)
{
    if (layout == Layout::Whole) {
        chunks.append(makeChunk(storage, bytes));
        return;
    }
    qsizetype begin = 0;
    while (begin < bytes.size()) {
        // A small rest stays with what is before it: a chunk that was edited a little is not cut anew.
        const bool isLast = bytes.size() - begin < chunkSize + chunkSize / 2;
        const qsizetype end = isLast ? bytes.size() : nextCut(bytes, begin + chunkSize - 1);
        chunks.append(makeChunk(storage, bytes.sliced(begin, end - begin)));
        begin = end;
    }
}

void Text::setChunks(const QList<ChunkPointer> &chunks)
{
    m_parts.clear();
    m_parts.reserve(std::max<qsizetype>(1, chunks.size()));
    m_size = 0;
    m_newlines = 0;
    for (const ChunkPointer &chunk : chunks) {
        m_parts.append(Part{chunk, m_size, m_newlines});
        m_size += chunk->bytes.size();
        m_newlines += chunk->newlines;
    }
    if (m_parts.isEmpty())
        m_parts.append(Part{makeChunk({}, {}), 0, 0});
}

QByteArray Text::bytes() const
{
    const Chunk &first = *m_parts.first().chunk;
    if (m_parts.size() == 1 && first.storage.size() == first.bytes.size())
        return first.storage;
    return bytes({0, m_size});
}

QByteArray Text::bytes(ByteRange range) const
{
    Q_ASSERT(0 <= range.begin && range.begin <= range.end && range.end <= m_size);
    QByteArray result;
    result.reserve(range.size());
    for (qsizetype i = chunkAt(range.begin); i < m_parts.size() && m_parts[i].begin < range.end; ++i) {
        const Part &part = m_parts[i];
        const qsizetype from = std::max<qsizetype>(0, range.begin - part.begin);
        const qsizetype to = std::min(part.chunk->bytes.size(), range.end - part.begin);
        result.append(part.chunk->bytes.sliced(from, to - from));
    }
    return result;
}

/// Splices that are written together, and the chunks that they take the place of.
struct Text::Group
{
    qsizetype firstSplice = 0;
    qsizetype endSplice = 0;
    qsizetype firstChunk = 0;
    qsizetype endChunk = 0;
};

Text::Group Text::groupFrom(const QList<Splice> &splices, qsizetype first) const
{
    const ByteRange front = splices[first].range;
    Group group{.firstSplice = first, .endSplice = first + 1, .firstChunk = chunkAt(front.begin)};
    group.endChunk = std::max(group.firstChunk, chunkAt(front.end)) + 1;
    // A chunk must begin where a row may begin, whatever is done to its first line or to the line before.
    const auto startsRow = [&] {
        if (front.begin > m_parts[group.firstChunk].begin)
            return true;
        qsizetype at = front.begin;
        for (qsizetype i = first; i < splices.size() && splices[i].range.begin == at; ++i) {
            if (!splices[i].bytes.isEmpty())
                return mayStartRow(splices[i].bytes.front());
            at = splices[i].range.end;
        }
        return at >= m_size || mayStartRow(bytes({at, at + 1}).front());
    };
    while (group.firstChunk > 0 && !startsRow())
        --group.firstChunk;
    const auto endsLine = [&] {
        const Part &last = m_parts[group.endChunk - 1];
        qsizetype at = last.begin + last.chunk->bytes.size();
        for (qsizetype i = group.endSplice; i > first && splices[i - 1].range.end == at; --i) {
            if (!splices[i - 1].bytes.isEmpty())
                return splices[i - 1].bytes.endsWith('\n');
            at = splices[i - 1].range.begin;
        }
        return at == m_parts[group.firstChunk].begin || bytes({at - 1, at}).front() == '\n';
    };
    for (;;) {
        // The next one may reach for the chunk in front of it, and this group for one behind it.
        if (group.endSplice < splices.size()
            && chunkAt(splices[group.endSplice].range.begin) <= group.endChunk + 1) {
            group.endChunk = std::max(group.endChunk, chunkAt(splices[group.endSplice].range.end) + 1);
            ++group.endSplice;
        } else if (group.endChunk < m_parts.size() && !endsLine()) {
            ++group.endChunk;
        } else {
            return group;
        }
    }
}

QByteArray Text::spliced(const QList<Splice> &splices, const Group &group) const
{
    const Part &last = m_parts[group.endChunk - 1];
    const qsizetype begin = m_parts[group.firstChunk].begin;
    const qsizetype end = last.begin + last.chunk->bytes.size();
    qsizetype size = end - begin;
    for (qsizetype i = group.firstSplice; i < group.endSplice; ++i)
        size += splices[i].bytes.size() - splices[i].range.size();
    QByteArray fresh;
    fresh.reserve(size);
    const auto copy = [&](qsizetype from, qsizetype to) {
        for (qsizetype part = chunkAt(from); from < to; ++part) {
            const Part &source = m_parts[part];
            const qsizetype partEnd = source.begin + source.chunk->bytes.size();
            const qsizetype until = std::min(to, partEnd);
            fresh += source.chunk->bytes.sliced(from - source.begin, until - from);
            from = until;
        }
    };
    qsizetype at = begin;
    for (qsizetype i = group.firstSplice; i < group.endSplice; ++i) {
        copy(at, splices[i].range.begin);
        fresh += splices[i].bytes;
        at = splices[i].range.end;
    }
    copy(at, end);
    return fresh;
}

Text Text::replaced(const QList<Splice> &splices) const
{
    QList<ChunkPointer> chunks;
    chunks.reserve(m_parts.size() + 2);
    qsizetype done = 0;
    for (qsizetype next = 0; next < splices.size();) {
        Q_ASSERT(0 <= splices[next].range.begin && splices[next].range.begin <= splices[next].range.end
                 && splices[next].range.end <= m_size);
        const Group group = groupFrom(splices, next);
        for (; done < group.firstChunk; ++done)
            chunks.append(m_parts[done].chunk);
        const QByteArray fresh = spliced(splices, group);
        if (!fresh.isEmpty() || m_layout == Layout::Whole)
            appendCut(chunks, fresh, fresh, m_layout);
        done = group.endChunk;
        next = group.endSplice;
    }
    for (; done < m_parts.size(); ++done)
        chunks.append(m_parts[done].chunk);
    Text result;
    result.m_layout = m_layout;
    result.setChunks(chunks);
    return result;
}

qsizetype Text::chunkAt(qsizetype offset) const
{
    const auto after = std::upper_bound(m_parts.begin(), m_parts.end(), offset,
                                        [](qsizetype at, const Part &part) { return at < part.begin; });
    return std::max<qsizetype>(0, after - m_parts.begin() - 1);
}

qsizetype Text::lineAt(qsizetype offset) const
{
    const Part &part = m_parts[chunkAt(offset)];
    const qsizetype end = std::clamp<qsizetype>(offset - part.begin, 0, part.chunk->bytes.size());
    const QByteArrayView before = part.chunk->bytes.first(end);
    return part.line + countNewlines(before);
}

qsizetype Text::lineStart(qsizetype line) const
{
    if (line <= 0)
        return 0;
    if (line > m_newlines)
        return m_size;
    // The newline that ends line - 1 is in the last part with fewer than `line` newlines before it.
    const auto after =
        std::lower_bound(m_parts.begin(), m_parts.end(), line,
                         [](const Part &part, qsizetype wanted) { return part.line < wanted; });
    const Part &part = *std::prev(after);
    qsizetype at = 0;
    for (qsizetype left = line - part.line; left > 0; --left)
        at = part.chunk->bytes.indexOf('\n', at) + 1;
    return part.begin + at;
}

ByteRange Text::lineAround(qsizetype offset) const
{
    const Part &part = m_parts[chunkAt(offset)];
    const QByteArrayView bytes = part.chunk->bytes;
    const qsizetype at = std::clamp<qsizetype>(offset - part.begin, 0, bytes.size());
    const void *before = at > 0 ? ::memrchr(bytes.data(), '\n', static_cast<size_t>(at)) : nullptr;
    const qsizetype begin = before ? static_cast<const char *>(before) - bytes.data() + 1 : 0;
    const qsizetype end = bytes.indexOf('\n', at);
    return {part.begin + begin, part.begin + (end < 0 ? bytes.size() : end + 1)};
}

QByteArrayView Text::view(ByteRange range) const
{
    const Part &part = m_parts[chunkAt(range.begin)];
    return part.chunk->bytes.sliced(range.begin - part.begin, range.size());
}

bool Text::operator==(const Text &other) const
{
    if (m_size != other.m_size)
        return false;
    if (m_parts.size() == 1 && other.m_parts.size() == 1)
        return m_parts.first().chunk->bytes == other.m_parts.first().chunk->bytes;
    // Walk both; shared chunks at the same place are equal without a look.
    qsizetype i = 0;
    qsizetype j = 0;
    qsizetype at = 0;
    while (at < m_size) {
        const Part &mine = m_parts[i];
        const Part &theirs = other.m_parts[j];
        const qsizetype end =
            std::min(mine.begin + mine.chunk->bytes.size(), theirs.begin + theirs.chunk->bytes.size());
        if ((mine.chunk != theirs.chunk || mine.begin != theirs.begin)
            && mine.chunk->bytes.sliced(at - mine.begin, end - at)
                != theirs.chunk->bytes.sliced(at - theirs.begin, end - at))
            return false;
        at = end;
        if (at == mine.begin + mine.chunk->bytes.size())
            ++i;
        if (at == theirs.begin + theirs.chunk->bytes.size())
            ++j;
    }
    return true;
}

} // namespace syntax
