// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/preview/worddiff.h"

#include <algorithm>

namespace ui {

namespace {

using syntax::ByteRange;

/// More words than this are not compared each with each.
constexpr qsizetype mostWords = 400;

enum class CharClass { Blank, Word, Other };

CharClass classOf(char c)
{
    if (c == ' ' || c == '\t')
        return CharClass::Blank;
    const bool isWord = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'
        || static_cast<unsigned char>(c) >= 0x80;
    return isWord ? CharClass::Word : CharClass::Other;
}

QList<ByteRange> wordsOf(QByteArrayView line, qsizetype from, qsizetype to)
{
    QList<ByteRange> words;
    for (qsizetype at = from; at < to;) {
        const CharClass kind = classOf(line[at]);
        qsizetype end = at + 1;
        while (kind != CharClass::Other && end < to && classOf(line[end]) == kind)
            ++end;
        words.append(ByteRange{at, end});
        at = end;
    }
    return words;
}

void mark(QList<ByteRange> &marks, ByteRange word)
{
    if (!marks.isEmpty() && marks.last().end == word.begin)
        marks.last().end = word.end;
    else
        marks.append(word);
}

/// Longest common subsequence of words, by the book.
WordDiff compared(QByteArrayView before, const QList<ByteRange> &old, QByteArrayView after,
                  const QList<ByteRange> &fresh)
{
    const qsizetype columns = fresh.size() + 1;
    QList<int> common((old.size() + 1) * columns, 0);
    const auto same = [&](qsizetype i, qsizetype j) { return old[i].in(before) == fresh[j].in(after); };
    for (qsizetype i = old.size() - 1; i >= 0; --i) {
        for (qsizetype j = fresh.size() - 1; j >= 0; --j) {
            common[i * columns + j] = same(i, j)
                ? common[(i + 1) * columns + j + 1] + 1
                : std::max(common[(i + 1) * columns + j], common[i * columns + j + 1]);
        }
    }
    WordDiff diff;
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < old.size() || j < fresh.size()) {
        if (i < old.size() && j < fresh.size() && same(i, j)) {
            ++i;
            ++j;
        } else if (j == fresh.size()
                   || (i < old.size() && common[(i + 1) * columns + j] >= common[i * columns + j + 1])) {
            mark(diff.removed, old[i++]);
        } else {
            mark(diff.added, fresh[j++]);
        }
    }
    return diff;
}

qsizetype sum(const QList<ByteRange> &ranges)
{
    qsizetype total = 0;
    for (const ByteRange &range : ranges)
        total += range.size();
    return total;
}

} // namespace

WordDiff wordDiff(QByteArrayView before, QByteArrayView after)
{
    const qsizetype most = std::min(before.size(), after.size());
    qsizetype head = 0;
    while (head < most && before[head] == after[head])
        ++head;
    while (head > 0 && classOf(before[head - 1]) == CharClass::Word)
        --head; // back to the start of the word
    qsizetype tail = 0;
    while (tail < most - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    while (tail > 0 && classOf(before[before.size() - tail]) == CharClass::Word)
        --tail;

    const QList<ByteRange> old = wordsOf(before, head, before.size() - tail);
    const QList<ByteRange> fresh = wordsOf(after, head, after.size() - tail);
    WordDiff diff;
    if (old.size() <= mostWords && fresh.size() <= mostWords) {
        diff = compared(before, old, after, fresh);
    } else {
        diff.removed.append(ByteRange{head, before.size() - tail});
        diff.added.append(ByteRange{head, after.size() - tail});
    }
    // Where hardly anything is kept, the lines are simply different ones.
    const bool isNoise = sum(diff.removed) * 5 > before.size() * 4 && sum(diff.added) * 5 > after.size() * 4;
    return isNoise ? WordDiff() : diff;
}

} // namespace ui
