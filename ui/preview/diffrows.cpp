// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/preview/diffrows.h"

#include "core/diff/merge.h"
#include "core/folder/maskeddiff.h"

namespace ui {

namespace {

using diff::LineOrigin;

/// The very same chunks: not only equal, but known to be without a look at the bytes.
bool isShared(const syntax::Text &first, const syntax::Text &second)
{
    if (first.chunkCount() != second.chunkCount() || first.size() != second.size())
        return false;
    for (qsizetype i = 0; i < first.chunkCount(); ++i) {
        if (first.chunk(i) != second.chunk(i))
            return false;
    }
    return true;
}

/// In each run of removed lines followed by added ones, the first belongs to the first, and so on.
void pairLines(QList<DiffRow> &rows, qsizetype from)
{
    const auto runFrom = [&](qsizetype at, LineOrigin origin) {
        qsizetype end = at;
        while (end < rows.size() && rows[end].kind == DiffRow::Kind::Line && rows[end].line.origin == origin)
            ++end;
        return end;
    };
    for (qsizetype at = from; at < rows.size();) {
        const qsizetype added = runFrom(at, LineOrigin::Removed);
        const qsizetype end = runFrom(added, LineOrigin::Added);
        for (qsizetype i = 0; i < std::min(added - at, end - added); ++i) {
            rows[at + i].counterpart = rows[added + i].line.bytes;
            rows[added + i].counterpart = rows[at + i].line.bytes;
        }
        at = std::max(end, at + 1);
    }
}

} // namespace

bool DiffRows::update(const model::Snapshot &before, const model::Snapshot &after, qsizetype mostLines)
{
    static const syntax::Text nothing({}, syntax::Text::Layout::Chunked);
    bool changed = false;
    QHash<int, Known> known;
    QList<model::FileId> files;
    for (const model::FileId id : after.ids()) {
        const syntax::Text &now = after.file(id).text();
        const syntax::Text &then = before.contains(id) ? before.file(id).text() : nothing;
        if (isShared(then, now))
            continue;
        const auto old = m_known.constFind(static_cast<int>(id));
        if (old != m_known.constEnd() && isShared(old->before, then) && isShared(old->after, now)) {
            known.insert(static_cast<int>(id), *old);
        } else {
            known.insert(static_cast<int>(id), Known{then, now, diff::fileDiffUpTo(mostLines, then, now)});
            changed = true;
        }
        if (!known[static_cast<int>(id)].diff.isEmpty())
            files.append(id);
    }
    changed = changed || known.size() != m_known.size() || files != m_files;
    m_known = known;
    m_files = files;
    if (changed) {
        m_rows.clear();
        for (const model::FileId id : m_files) {
            append(id, folder::maskedDiff(m_known[static_cast<int>(id)].diff, before, after, id));
        }
    }
    return changed;
}

void DiffRows::append(model::FileId file, const diff::FileDiff &diff)
{
    m_rows.append(DiffRow{.kind = DiffRow::Kind::File,
                          .file = file,
                          .added = diff.added,
                          .removed = diff.removed,
                          .isCut = diff.isCut});
    const qsizetype first = m_rows.size();
    for (const diff::Hunk &hunk : diff.hunks) {
        if (m_rows.size() > first)
            m_rows.append(DiffRow{.kind = DiffRow::Kind::Gap, .file = file});
        for (const diff::DiffLine &line : hunk.lines)
            m_rows.append(DiffRow{.file = file, .line = line});
    }
    pairLines(m_rows, first);
}

void flagConflicts(QList<DiffRow> &rows, const QList<model::FileId> &merged)
{
    using Conflict = DiffRow::Conflict;
    bool isInside = false;
    for (DiffRow &row : rows) {
        isInside = isInside && row.kind != DiffRow::Kind::File;
        if (row.kind != DiffRow::Kind::Line || !merged.contains(row.file))
            continue;
        const bool isAdded = row.line.origin == LineOrigin::Added;
        const bool isBegin = isAdded && row.line.bytes.startsWith(diff::conflictBegin);
        const bool isMiddle = isAdded && isInside && row.line.bytes.startsWith(diff::conflictMiddle);
        const bool isEnd = isAdded && isInside && row.line.bytes.startsWith(diff::conflictEnd);
        row.conflict = isBegin || isMiddle || isEnd ? Conflict::Mark
            : isInside                              ? Conflict::Version
                                                    : Conflict::None;
        isInside = (isInside || isBegin) && !isEnd;
    }
}

model::Place placeOfRow(const QList<DiffRow> &rows, qsizetype index, const model::Snapshot &snapshot)
{
    const DiffRow &row = rows[index];
    const syntax::Text &text = snapshot.file(row.file).text();
    const bool isRemoved = row.kind == DiffRow::Kind::Line && row.line.origin == LineOrigin::Removed;
    if (row.kind == DiffRow::Kind::Line && !isRemoved) {
        const qsizetype begin = text.lineStart(row.line.newLine);
        syntax::ByteRange line = text.lineAround(begin);
        line.end -= text.view(line).endsWith("\n") ? 1 : 0;
        return {row.file, line};
    }
    // The next line that is still there tells where this one was; for a file, where its first change is.
    for (qsizetype i = index + 1; i < rows.size() && rows[i].kind == DiffRow::Kind::Line; ++i) {
        const bool isChange = rows[i].line.origin == LineOrigin::Added;
        if (rows[i].line.newLine >= 0 && (isRemoved || isChange)) {
            const qsizetype begin = text.lineStart(rows[i].line.newLine);
            return {row.file, {begin, begin}};
        }
    }
    if (isRemoved) {
        for (qsizetype i = index - 1; i >= 0 && rows[i].kind == DiffRow::Kind::Line; --i) {
            if (rows[i].line.newLine >= 0) {
                const qsizetype begin = text.lineStart(rows[i].line.newLine + 1);
                return {row.file, {begin, begin}};
            }
        }
    }
    return {row.file, {0, 0}};
}

} // namespace ui
