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
/// What is no larger is looked at in one piece.
constexpr qsizetype smallLimit = qsizetype(512) * 1024;
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

/// How many whole lines at the beginning, in bytes, are the same.
qsizetype commonHeadLines(QByteArrayView a, QByteArrayView b)
{
    const qsizetype head = commonHead(a, b);
    return head == a.size() && head == b.size() ? head : lineBegin(a, head);
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

/// What is left to compare of one text. Always at the start of a line.
class Side
{
public:
    Side(const syntax::Text &text, qsizetype firstChunk, qsizetype endChunk)
        : m_text(&text), m_at(beginOf(firstChunk)), m_end(beginOf(endChunk))
    {
    }

    qsizetype at() const { return m_at; }
    qsizetype left() const { return m_end - m_at; }
    void advance(qsizetype bytes) { m_at += bytes; }
    /// The rest of the chunk it is in.
    QByteArrayView rest() const
    {
        const qsizetype chunk = m_text->chunkAt(m_at);
        return m_text->chunk(chunk)->bytes.sliced(m_at - m_text->chunkBegin(chunk));
    }
    /// At least so many bytes in one piece, or all that are left. Only what does not lie together is copied.
    QByteArrayView ahead(qsizetype bytes)
    {
        QByteArrayView piece = rest();
        qsizetype chunk = m_text->chunkAt(m_at) + 1;
        const qsizetype wanted = std::min(bytes, left());
        for (; piece.size() < wanted; ++chunk) {
            const QByteArrayView next = m_text->chunk(chunk)->bytes;
            if (piece.data() + piece.size() != next.data()) {
                qsizetype end = m_at + piece.size();
                while (end < m_at + wanted)
                    end += m_text->chunk(chunk++)->bytes.size();
                m_copy = m_text->bytes({m_at, end});
                return m_copy;
            }
            piece = {piece.data(), piece.size() + next.size()};
        }
        return piece;
    }

private:
    qsizetype beginOf(qsizetype chunk) const
    {
        return chunk < m_text->chunkCount() ? m_text->chunkBegin(chunk) : m_text->size();
    }

    const syntax::Text *m_text;
    qsizetype m_at;
    qsizetype m_end;
    QByteArray m_copy;
};

class Comparison
{
public:
    Comparison(const syntax::Text &before, const syntax::Text &after, qsizetype most)
        : m_before(before), m_after(after), m_most(most)
    {
    }

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
            if (m_differing > m_most) {
                giveUp(i, j);
                return std::move(m_found);
            }
            compareChunks(i, place, j, shared);
            i = place + 1;
            j = shared + 1;
        }
        compareChunks(i, beforeEnd, j, afterEnd);
        return std::move(m_found);
    }

private:
    /// All from these chunks on.
    void giveUp(qsizetype i, qsizetype j)
    {
        const Side a(m_before, i, m_before.chunkCount());
        const Side b(m_after, j, m_after.chunkCount());
        add(a.at(), a.at() + a.left(), b.at(), b.at() + b.left());
    }

    /// Goes through both side by side. Where they part, the first line after it that occurs once on each side
    /// is where they meet again.
    void compareChunks(qsizetype i, qsizetype iEnd, qsizetype j, qsizetype jEnd)
    {
        if (i == iEnd && j == jEnd)
            return;
        Side a(m_before, i, iEnd);
        Side b(m_after, j, jEnd);
        while (a.left() > 0 && b.left() > 0 && m_differing <= m_most) {
            if (a.left() + b.left() <= smallLimit) {
                compareSmall(a.ahead(a.left()), b.ahead(b.left()), a.at(), b.at());
                return;
            }
            const qsizetype head = commonHeadLines(a.rest(), b.rest());
            if (head == 0 && !meetAgain(a, b)) {
                compareLast(a.ahead(a.left()), b.ahead(b.left()), a.at(), b.at());
                return;
            }
            a.advance(head);
            b.advance(head);
        }
        add(a.at(), a.at() + a.left(), b.at(), b.at() + b.left());
    }

    bool meetAgain(Side &a, Side &b)
    {
        for (const qsizetype reach : {qsizetype(1), pieceLimit, std::max(a.left(), b.left())}) {
            const QByteArrayView aheadA = a.ahead(reach);
            const QByteArrayView aheadB = b.ahead(reach);
            const std::optional<Meeting> meeting = nextMeeting(aheadA, aheadB);
            if (!meeting)
                continue;
            compare(aheadA.first(meeting->a), aheadB.first(meeting->b), a.at(), b.at());
            a.advance(meeting->a);
            b.advance(meeting->b);
            return true;
        }
        return false;
    }

    void compareSmall(QByteArrayView a, QByteArrayView b, qsizetype beginA, qsizetype beginB)
    {
        // The head first: a line repeated below itself is then seen as added below.
        const qsizetype head = commonHeadLines(a, b);
        const qsizetype tail = commonTailLines(a.sliced(head), b.sliced(head));
        a = a.sliced(head).chopped(tail);
        b = b.sliced(head).chopped(tail);
        beginA += head;
        beginB += head;
        while (a.size() + b.size() > directLimit) {
            const std::optional<Meeting> meeting = nextMeeting(a, b);
            if (!meeting)
                break;
            compare(a.first(meeting->a), b.first(meeting->b), beginA, beginB);
            const qsizetype same = commonHeadLines(a.sliced(meeting->a), b.sliced(meeting->b));
            a = a.sliced(meeting->a + same);
            b = b.sliced(meeting->b + same);
            beginA += meeting->a + same;
            beginB += meeting->b + same;
        }
        compare(a, b, beginA, beginB);
    }

    /// Nothing meets any more but perhaps the end.
    void compareLast(QByteArrayView a, QByteArrayView b, qsizetype beginA, qsizetype beginB)
    {
        const qsizetype tail = commonTailLines(a, b);
        compare(a.chopped(tail), b.chopped(tail), beginA, beginB);
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

    void compare(QByteArrayView a, QByteArrayView b, qsizetype beginA, qsizetype beginB)
    {
        const bool isPlain =
            a.isEmpty() || b.isEmpty() || (lineEnd(a, 0) == a.size() && lineEnd(b, 0) == b.size());
        if (isPlain || std::max(a.size(), b.size()) > pieceLimit || !compareWithLibgit(a, b, beginA, beginB))
            add(beginA, beginA + a.size(), beginB, beginB + b.size());
    }

    bool compareWithLibgit(QByteArrayView a, QByteArrayView b, qsizetype beginA, qsizetype beginB)
    {
        LineFinder inA{a};
        LineFinder inB{b};
        return compareLines(a, b, [&](qsizetype fromA, qsizetype countA, qsizetype fromB, qsizetype countB) {
            const qsizetype atA = inA.offsetOf(fromA);
            const qsizetype atB = inB.offsetOf(fromB);
            add(beginA + atA, beginA + inA.offsetOf(fromA + countA), beginB + atB,
                beginB + inB.offsetOf(fromB + countB));
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
        m_found.append(Difference{{beginA, endA}, {beginB, endB}});
        m_differing += endA - beginA + endB - beginB;
    }

    const syntax::Text &m_before;
    const syntax::Text &m_after;
    qsizetype m_most;
    qsizetype m_differing = 0; ///< bytes of both
    QList<Difference> m_found;
};

} // namespace

QList<Difference> differences(const syntax::Text &before, const syntax::Text &after, qsizetype most)
{
    return Comparison(before, after, most).run();
}

} // namespace diff
