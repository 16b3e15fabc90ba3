// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/edits/settinglines.h"

#include "core/syntax/logicallines.h"

namespace edits {

namespace {

using syntax::ByteRange;

/// Without the line end in front, when `lines` are the last of a file that does not end in one.
ByteRange withLineEndAbove(QByteArrayView text, ByteRange lines)
{
    const bool endsMidLine = lines.end == text.size() && lines.begin > 0 && !text.endsWith('\n');
    if (!endsMidLine)
        return lines;
    --lines.begin;
    if (lines.begin > 0 && text[lines.begin - 1] == '\r')
        --lines.begin;
    return lines;
}

} // namespace

Replacements removeLines(QByteArrayView text, const QList<ByteRange> &ranges)
{
    QList<ByteRange> merged;
    for (const ByteRange &range : ranges) {
        if (!merged.isEmpty() && merged.last().end == range.begin)
            merged.last().end = range.end;
        else
            merged.append(range);
    }
    Replacements replacements;
    for (const ByteRange &range : merged)
        replacements.append(Replacement{withLineEndAbove(text, range), {}});
    return replacements;
}

Replacements moveLines(QByteArrayView text, ByteRange lines, qsizetype to)
{
    if (to >= lines.begin && to <= lines.end)
        return {};
    const QByteArray lineEnd = lineEndAt(text, lines.begin);
    QByteArray bytes = lines.in(text).toByteArray();
    const bool lastHasNoEnd = !text.endsWith('\n');
    if (lastHasNoEnd && lines.end == text.size())
        bytes += lineEnd;
    if (lastHasNoEnd && to == text.size()) {
        bytes.chop(bytes.endsWith("\r\n") ? 2 : 1);
        bytes.prepend(lineEnd);
    }
    const Replacement removal{withLineEndAbove(text, lines), {}};
    const Replacement insertion{{to, to}, bytes};
    return to < lines.begin ? Replacements{insertion, removal} : Replacements{removal, insertion};
}

Replacements commentOutLines(QByteArrayView text, ByteRange lines)
{
    Replacements replacements;
    for (qsizetype at = lines.begin; at < lines.end; at = syntax::physicalLineAt(text, at).end)
        replacements.append(Replacement{{at, at}, "#"});
    return replacements;
}

Replacements switchOnLines(const syntax::MainCf &file, const syntax::Setting &setting)
{
    const QByteArrayView text = file.text();
    const ByteRange inFront{setting.whole.begin, setting.name.begin};
    const ByteRange mark = syntax::trimmed(text, inFront);
    const qsizetype blanks = inFront.end - mark.end;
    Replacements replacements{{inFront, {}}};
    for (qsizetype at = syntax::physicalLineAt(text, setting.name.begin).end; at < setting.whole.end;) {
        const ByteRange line = syntax::physicalLineAt(text, at);
        const ByteRange inner = syntax::trimmed(text, line);
        const qsizetype marked = inner.begin + mark.size();
        // A line below the first has to stay indented: only as much goes as the name was indented by.
        qsizetype end = marked;
        while (end < inner.end && end - marked < blanks && text[end] == ' ' && text[end + 1] == ' ')
            ++end;
        replacements.append(Replacement{{line.begin, end}, {}});
        at = line.end;
    }
    return replacements;
}

} // namespace edits
