// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/syntax/text.h"

#include <QList>

namespace diff {

enum class LineOrigin : quint8 { Context, Removed, Added };

struct DiffLine
{
    LineOrigin origin = LineOrigin::Context;
    qsizetype oldLine = -1; ///< counted from 0; -1 in an added line
    qsizetype newLine = -1; ///< counted from 0; -1 in a removed line
    QByteArray bytes; ///< without the line end
    bool endsWithNewline = true;
};

/// Lines that differ with the unchanged ones around them.
struct Hunk
{
    QList<DiffLine> lines;
    qsizetype oldBegin = 0; ///< where the first line is, or would be, in the old text; counted from 0
    qsizetype newBegin = 0;
};

struct FileDiff
{
    QList<Hunk> hunks;
    qsizetype added = 0;
    qsizetype removed = 0;
    bool isCut = false; ///< more differs than these lines
    bool isEmpty() const { return hunks.isEmpty(); }
};

/// What changed from `before` to `after`. Chunks that both share are not looked at, so after an edit the cost
/// is that of the edit, not of the file. Line comparison within what differs: libgit2.
FileDiff fileDiff(const syntax::Text &before, const syntax::Text &after, int contextLines = 3);

/// The beginning of the same, as far as people read: after so many lines that differ it is cut off, which
/// keeps the time short whatever was done to a file of a million lines.
FileDiff fileDiffUpTo(qsizetype mostLines, const syntax::Text &before, const syntax::Text &after);

/// The same as a unified diff; bytes as they are in the files.
QByteArray unifiedDiff(const FileDiff &diff, const QByteArray &oldName, const QByteArray &newName);

} // namespace diff
