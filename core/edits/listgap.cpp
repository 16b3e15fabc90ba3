// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/edits/listgap.h"

#include "core/syntax/logicallines.h"

#include <algorithm>

namespace edits {

namespace {

using syntax::ByteRange;

/// `# reject_rbl_client foo,` in a list is an item that is switched off, and no word on the item below it.
bool isSwitchedOffItem(QByteArrayView comment)
{
    qsizetype at = 0;
    while (at < comment.size() && (comment[at] == '#' || syntax::isSpace(comment[at])))
        ++at;
    const QByteArrayView text = comment.sliced(at);
    if (text.isEmpty())
        return false;
    if (text.endsWith(','))
        return true;
    const auto wordEnd = std::find_if(text.begin(), text.end(), syntax::isSpace);
    const QByteArrayView word(text.begin(), wordEnd);
    if (word.contains('_'))
        return true;
    const bool isAlone = wordEnd == text.end();
    return isAlone && std::any_of(word.begin(), word.end() - 1, [](char c) {
               return (c >= '0' && c <= '9') || QByteArrayView("/:.$[{@").contains(c);
           });
}

enum class Row { Blank, Comment, Separators };

} // namespace

ListGap listGap(QByteArrayView text, ByteRange range, qsizetype hashes)
{
    ListGap gap;
    gap.whole = range;
    const qsizetype lineEnd = range.in(text).indexOf('\n');
    if (lineEnd < 0) {
        const qsizetype comma = range.in(text).indexOf(',');
        gap.hasComma = comma >= 0;
        gap.close = {range.begin, range.begin + comma + 1};
        return gap;
    }
    gap.isBroken = true;
    qsizetype closeEnd = range.begin + lineEnd;
    if (closeEnd > range.begin && text[closeEnd - 1] == '\r')
        --closeEnd;
    gap.close = {range.begin, closeEnd};
    gap.hasComma = gap.close.in(text).contains(',');

    const auto kindOf = [&](ByteRange line) {
        ByteRange inner = syntax::trimmed(text, line);
        inner = syntax::trimmed(text, {std::min(inner.begin + hashes, inner.end), inner.end});
        if (inner.isEmpty())
            return Row::Blank;
        return text[inner.begin] == '#' ? Row::Comment : Row::Separators;
    };
    qsizetype ownBegin = -1;
    qsizetype at = range.begin + lineEnd + 1;
    for (qsizetype end = text.first(range.end).indexOf('\n', at); end >= 0;
         end = text.first(range.end).indexOf('\n', at)) {
        const ByteRange line{at, end + 1};
        at = end + 1;
        switch (kindOf(line)) {
        case Row::Separators:
            gap.hasComma = gap.hasComma || line.in(text).contains(',');
            ownBegin = -1;
            continue;
        case Row::Comment:
            if (isSwitchedOffItem(syntax::trimmed(text, line).in(text)))
                ownBegin = -1;
            else if (ownBegin < 0)
                ownBegin = line.begin;
            break;
        case Row::Blank:
            ownBegin = -1;
            break;
        }
        gap.free.append(line);
    }
    gap.own = {ownBegin < 0 ? at : ownBegin, at};
    while (!gap.free.isEmpty() && gap.free.last().begin >= gap.own.begin)
        gap.free.removeLast();
    gap.prefix = {at, range.end};
    gap.hasComma = gap.hasComma || gap.prefix.in(text).contains(',');
    return gap;
}

} // namespace edits
