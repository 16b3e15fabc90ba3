// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/usages/beginnings.h"

#include "core/syntax/logicallines.h"

namespace usages {

using syntax::ByteRange;

namespace {

constexpr int maxDepth = 32;

qsizetype skipBlanks(QByteArrayView text, qsizetype at, qsizetype end)
{
    while (at < end && syntax::isSpace(text[at]))
        ++at;
    return at;
}

void collect(QByteArrayView text, ByteRange part, int depth, QList<ByteRange> &found)
{
    part = syntax::trimmed(text, part);
    const bool isCondition = part.size() > 3 && text[part.begin] == '$'
        && (text[part.begin + 1] == '{' || text[part.begin + 1] == '(');
    const qsizetype close = isCondition ? groupEnd(text.first(part.end), part.begin + 1) : -1;
    if (close < 0 || depth > maxDepth) {
        if (!part.isEmpty())
            found.append(part);
        return;
    }
    const qsizetype end = close - 1;
    qsizetype at = skipBlanks(text, part.begin + 2, end);
    if (at < end && text[at] == '{') { // {a} op {b}
        at = groupEnd(text.first(end), at);
        while (at >= 0 && at < end && text[at] != '{')
            ++at;
        if (at >= 0 && at < end)
            at = groupEnd(text.first(end), at);
        if (at < 0)
            return;
    }
    while (at < end && text[at] != '?' && text[at] != ':')
        ++at;
    for (int branch = 0; branch < 2 && at < end; ++branch) {
        at = skipBlanks(text, at + 1, end);
        if (at < end && text[at] == '{') {
            const qsizetype after = groupEnd(text.first(end), at);
            if (after < 0)
                return;
            collect(text, {at + 1, after - 1}, depth + 1, found);
            at = skipBlanks(text, after, end);
        } else {
            collect(text, {at, end}, depth + 1, found);
            at = end;
        }
    }
}

} // namespace

qsizetype groupEnd(QByteArrayView value, qsizetype at)
{
    const char open = value[at];
    const char close = open == '{' ? '}' : ')';
    int level = 0;
    for (; at < value.size(); ++at) {
        if (value[at] == open)
            ++level;
        else if (value[at] == close && --level == 0)
            return at + 1;
    }
    return -1;
}

QList<ByteRange> beginnings(QByteArrayView value)
{
    QList<ByteRange> found;
    collect(value, {0, value.size()}, 0, found);
    return found;
}

} // namespace usages
