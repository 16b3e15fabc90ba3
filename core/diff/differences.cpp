// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/diff/differences.h"

#include "core/diff/libgit.h"

#include <QHash>

#include <algorithm>
#include <cstring>
#include <optional>
#include <vector>

namespace diff {

namespace {

/// Up to here libgit2 takes milliseconds, whatever the lines are.
constexpr qsizetype directLimit = qsizetype(16) * 1024;
constexpr qsizetype pieceLimit = qsizetype(1024) * 1024;

qsizetype commonHead(QByteArrayView a, QByteArrayView b)
{
    constexpr qsizetype block = 4096;
    const qsizetype most = std::min(a.size(), b.size());
    qsizetype at = 0;
    while (at + block <= most && std::memcmp(a.data() + at, b.data() + at, block) == 0)
        at += block;
    while (at < most && a[at] == b[at])
        ++at;
    return at;
}

qsizetype commonTail(QByteArrayView a, QByteArrayView b)
{
    constexpr qsizetype block = 4096;
    const qsizetype most = std::min(a.size(), b.size());
    const char *endA = a.data() + a.size();
    const char *endB = b.data() + b.size();
    qsizetype length = 0;
    while (length + block <= most && std::memcmp(endA - length - block, endB - length - block, block) == 0)
        length += block;
    while (length < most && endA[-1 - length] == endB[-1 - length])
        ++length;
    return length;
}

/// The start of the line that `offset` is in.
qsizetype lineBegin(QByteArrayView bytes, qsizetype offset)
{
    const void *newline = offset > 0 ? ::memrchr(bytes.data(), '\n', static_cast<size_t>(offset)) : nullptr;
    return newline ? static_cast<const char *>(newline) - bytes.data() + 1 : 0;
}

qsizetype lineEnd(QByteArrayView bytes, qsizetype offset)
{
    const qsizetype newline = bytes.indexOf('\n', offset);
    return newline < 0 ? bytes.size() : newline + 1;
}

/// How many whole lines at the end, in bytes, are the same.
qsizetype commonTailLines(QByteArrayView a, QByteArrayView b)
{
    const qsizetype tail = commonTail(a, b);
    const auto startsLine = [tail](QByteArrayView bytes) {
        return tail == bytes.size() || bytes[bytes.size() - tail - 1] == '\n';
    };
    if (tail == 0 || (startsLine(a) && startsLine(b)))
        return tail;
    return a.size() - lineEnd(a, a.size() - tail);
}

/// The bytes of some whole chunks, and where they are in the text. Copies only what does not lie together.
struct Stretch
{
    Stretch(const syntax::Text &text, qsizetype firstChunk, qsizetype endChunk)
    {
        if (firstChunk >= endChunk) {
            begin = firstChunk < text.chunkCount() ? text.chunkBegin(firstChunk) : text.size();
            return;
        }
        begin = text.chunkBegin(firstChunk);
        bytes = text.chunk(firstChunk)->bytes;
        for (qsizetype i = firstChunk + 1; i < endChunk; ++i) {
            const QByteArrayView next = text.chunk(i)->bytes;
            if (bytes.data() + bytes.size() != next.data()) {
                const qsizetype end = text.chunkBegin(endChunk - 1) + text.chunk(endChunk - 1)->bytes.size();
                copy = text.bytes({begin, end});
                bytes = copy;
                return;
            }
            bytes = {bytes.data(), bytes.size() + next.size()};
        }
    }

    QByteArray copy;
    QByteArrayView bytes;
    qsizetype begin = 0;
};

class Comparison
{
public:
    Comparison(const syntax::Text &before, const syntax::Text &after) : m_before(before), m_after(after) { }

    QList<Difference> run()
    {
        const qsizetype beforeEnd = m_before.chunkCount();
        const qsizetype afterEnd = m_after.chunkCount();
        QHash<const syntax::Chunk *, qsizetype> places;
        places.reserve(beforeEnd);
        for (qsizetype i = 0; i < beforeEnd; ++i)
            places.insert(m_before.chunk(i).get(), i);
        qsizetype i = 0;
        qsizetype j = 0;
        for (qsizetype shared = 0; shared < afterEnd; ++shared) {
            const qsizetype place = places.value(m_after.chunk(shared).get(), -1);
            if (place < i)
                continue;
            compareChunks(i, place, j, shared);
            i = place + 1;
            j = shared + 1;
        }
        compareChunks(i, beforeEnd, j, afterEnd);
        return std::move(m_found);
    }

private:
    void compareChunks(qsizetype i, qsizetype iEnd, qsizetype j, qsizetype jEnd)
    {
        if (i == iEnd && j == jEnd)
            return;
        const Stretch before(m_before, i, iEnd);
        const Stretch after(m_after, j, jEnd);
        m_beforeBase = before.begin;
        m_afterBase = after.begin;
        QByteArrayView a = before.bytes;
        QByteArrayView b = after.bytes;
        // The head first: a line repeated below itself is then seen as added below.
        skipHead(a, b);
        const qsizetype tail = commonTailLines(a, b);
        walk(a.chopped(tail), b.chopped(tail));
    }

    /// Goes through both side by side. Where they part, the first line after it that occurs once on each side
    /// is where they meet again.
    void walk(QByteArrayView a, QByteArrayView b)
    {
        for (;;) {
            skipHead(a, b);
            if (a.isEmpty() && b.isEmpty())
                return;
            if (a.isEmpty() || b.isEmpty() || a.size() + b.size() <= directLimit) {
                compare(a, b);
                return;
            }
            const std::optional<Meeting> meeting = nextMeeting(a, b);
            if (!meeting) {
                compare(a, b);
                return;
            }
            const qsizetype beforeBase = m_beforeBase;
            const qsizetype afterBase = m_afterBase;
            compare(a.first(meeting->a), b.first(meeting->b));
            m_beforeBase = beforeBase;
            m_afterBase = afterBase;
            skip(a, b, meeting->a, meeting->b);
        }
    }

    void skipHead(QByteArrayView &a, QByteArrayView &b)
    {
        qsizetype head = commonHead(a, b);
        if (head < std::max(a.size(), b.size()))
            head = lineBegin(a, head);
        skip(a, b, head, head);
    }

    void skip(QByteArrayView &a, QByteArrayView &b, qsizetype fromA, qsizetype fromB)
    {
        a = a.sliced(fromA);
        b = b.sliced(fromB);
        m_beforeBase += fromA;
        m_afterBase += fromB;
    }

    struct Meeting
    {
        qsizetype a = 0;
        qsizetype b = 0;
    };

    static std::optional<Meeting> nextMeeting(QByteArrayView a, QByteArrayView b)
    {
        struct Seen
        {
            int inA = 0;
            int inB = 0;
            Meeting at;
        };
        for (const int window : {16, 256, 4096, 65536}) {
            QHash<QByteArrayView, Seen> lines;
            lines.reserve(qsizetype(2) * window);
            const auto collect = [&](QByteArrayView bytes, int Seen::*count, qsizetype Meeting::*place) {
                qsizetype at = 0;
                for (int line = 0; line < window && at < bytes.size(); ++line) {
                    const qsizetype end = lineEnd(bytes, at);
                    Seen &seen = lines[bytes.sliced(at, end - at)];
                    ++(seen.*count);
                    seen.at.*place = at;
                    at = end;
                }
                return at == bytes.size();
            };
            const bool allA = collect(a, &Seen::inA, &Meeting::a);
            const bool allB = collect(b, &Seen::inB, &Meeting::b);
            std::optional<Meeting> best;
            for (const Seen &seen : std::as_const(lines)) {
                if (seen.inA == 1 && seen.inB == 1 && (!best || seen.at.a + seen.at.b < best->a + best->b))
                    best = seen.at;
            }
            if (best || (allA && allB))
                return best;
        }
        return {};
    }

    void compare(QByteArrayView a, QByteArrayView b)
    {
        const bool isPlain =
            a.isEmpty() || b.isEmpty() || (lineEnd(a, 0) == a.size() && lineEnd(b, 0) == b.size());
        if (isPlain || std::max(a.size(), b.size()) > pieceLimit || !compareWithLibgit(a, b))
            add(0, a.size(), 0, b.size());
    }

    bool compareWithLibgit(QByteArrayView a, QByteArrayView b)
    {
        LineFinder inA{a};
        LineFinder inB{b};
        return compareLines(a, b, [&](qsizetype fromA, qsizetype countA, qsizetype fromB, qsizetype countB) {
            const qsizetype beginA = inA.offsetOf(fromA);
            const qsizetype beginB = inB.offsetOf(fromB);
            add(beginA, inA.offsetOf(fromA + countA), beginB, inB.offsetOf(fromB + countB));
        });
    }

    /// Offsets of lines that are asked for in ascending order.
    struct LineFinder
    {
        QByteArrayView bytes;
        qsizetype line = 0;
        qsizetype offset = 0;

        qsizetype offsetOf(qsizetype wanted)
        {
            for (; line < wanted; ++line)
                offset = lineEnd(bytes, offset);
            return offset;
        }
    };

    void add(qsizetype beginA, qsizetype endA, qsizetype beginB, qsizetype endB)
    {
        if (beginA == endA && beginB == endB)
            return;
        m_found.append(Difference{{m_beforeBase + beginA, m_beforeBase + endA},
                                  {m_afterBase + beginB, m_afterBase + endB}});
    }

    const syntax::Text &m_before;
    const syntax::Text &m_after;
    qsizetype m_beforeBase = 0;
    qsizetype m_afterBase = 0;
    QList<Difference> m_found;
};

} // namespace

QList<Difference> differences(const syntax::Text &before, const syntax::Text &after)
{
    return Comparison(before, after).run();
}

} // namespace diff
