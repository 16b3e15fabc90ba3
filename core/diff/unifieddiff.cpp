// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/diff/filediff.h"

#include <algorithm>

namespace diff {

namespace {

/// As git writes a name that would break the header: in quotes, with C escapes.
QByteArray quotedName(const QByteArray &name)
{
    const auto isSpecial = [](char c) { return (c >= 0 && c < ' ') || c == '"' || c == '\\' || c == '\x7f'; };
    if (std::none_of(name.begin(), name.end(), isSpecial))
        return name;
    QByteArray quoted = "\"";
    for (const char c : name) {
        if (c == '"' || c == '\\')
            quoted += QByteArray("\\") + c;
        else if (isSpecial(c))
            quoted +=
                '\\' + QByteArray::number(static_cast<uint>(static_cast<uchar>(c)), 8).rightJustified(3, '0');
        else
            quoted += c;
    }
    return quoted + '"';
}

/// Lines count from 1 here, and an empty side names the line before it.
QByteArray rangeText(qsizetype begin, qsizetype count)
{
    return QByteArray::number(count > 0 ? begin + 1 : begin) + ',' + QByteArray::number(count);
}

} // namespace

QByteArray unifiedDiff(const FileDiff &diff, const QByteArray &oldName, const QByteArray &newName)
{
    if (diff.isEmpty())
        return {};
    QByteArray text = "--- " + quotedName(oldName) + "\n+++ " + quotedName(newName) + '\n';
    for (const Hunk &hunk : diff.hunks) {
        const auto count = [&](LineOrigin absent) {
            return std::count_if(hunk.lines.begin(), hunk.lines.end(),
                                 [&](const DiffLine &line) { return line.origin != absent; });
        };
        text += "@@ -" + rangeText(hunk.oldBegin, count(LineOrigin::Added)) + " +"
            + rangeText(hunk.newBegin, count(LineOrigin::Removed)) + " @@\n";
        for (const DiffLine &line : hunk.lines) {
            constexpr char marks[] = " -+";
            text += marks[static_cast<int>(line.origin)];
            text += line.bytes;
            text += line.endsWithNewline ? "\n" : "\n\\ No newline at end of file\n";
        }
    }
    return text;
}

} // namespace diff
