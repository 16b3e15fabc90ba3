// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editor/foldlevels.h"

#include "core/syntax/logicallines.h"

namespace ui {

namespace {

void fold(QList<FoldLine> &lines, qsizetype first, qsizetype last)
{
    if (last <= first)
        return;
    lines[first] = FoldLine::Header;
    for (qsizetype i = first + 1; i <= last; ++i)
        lines[i] = FoldLine::Body;
}

} // namespace

QList<FoldLine> foldLines(QByteArrayView bytes)
{
    using syntax::LineKind;
    QList<FoldLine> lines;
    syntax::LineScanner scanner(bytes);
    syntax::PhysicalLine line;
    qsizetype start = -1; // of the logical line that is open
    qsizetype comment = -1; // where the run of comment lines began
    while (scanner.next(line)) {
        const qsizetype at = lines.size();
        lines.append(FoldLine::Plain);
        if (comment >= 0 && line.kind != LineKind::Comment) {
            fold(lines, comment, at - 1);
            comment = -1;
        }
        if (line.kind == LineKind::Start) {
            start = at;
        } else if (line.kind == LineKind::Continuation) {
            fold(lines, start, at); // comments and blank lines on the way belong to it
        } else if (line.kind == LineKind::Comment && comment < 0) {
            comment = at;
        }
    }
    if (comment >= 0)
        fold(lines, comment, lines.size() - 1);
    return lines;
}

} // namespace ui
