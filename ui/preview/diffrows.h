// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/diff/filediff.h"
#include "core/model/changes.h"

#include <QHash>

#include <limits>

namespace ui {

/// One row of a diff as it is shown.
struct DiffRow
{
    enum class Kind : quint8 { File, Gap, Line };
    /// Of a Line: where a merge left both versions for someone to choose.
    enum class Conflict : quint8 { None, Version, Mark };
    Kind kind = Kind::Line;
    Conflict conflict = Conflict::None;
    model::FileId file = model::FileId::MainCf;
    diff::DiffLine line = {}; ///< of a Line
    QByteArray counterpart = {}; ///< the line that this one replaces, or that replaces it
    qsizetype added = 0; ///< of a File
    qsizetype removed = 0;
    bool isCut = false; ///< of a File: there is more than these
};

/// What differs between two snapshots, file by file; passwords are shown as dots. What is known about files
/// that did not change since is kept.
class DiffRows
{
public:
    /// Brings rows() up to date; false when nothing about them changed. Of a file with more than `mostLines`
    /// that differ, only the first are shown.
    bool update(const model::Snapshot &before, const model::Snapshot &after,
                qsizetype mostLines = std::numeric_limits<qsizetype>::max());

    const QList<DiffRow> &rows() const { return m_rows; }
    /// In the order of the snapshot.
    const QList<model::FileId> &files() const { return m_files; }

private:
    struct Known
    {
        syntax::Text before;
        syntax::Text after;
        diff::FileDiff diff;
    };

    void append(model::FileId file, const diff::FileDiff &diff);

    QHash<int, Known> m_known;
    QList<DiffRow> m_rows;
    QList<model::FileId> m_files;
};

/// Finds the conflicts of merged files among their rows, by the marks of diff::merge().
void flagConflicts(QList<DiffRow> &rows, const QList<model::FileId> &merged);

/// Where row `index` is in the source as it is now; a removed line is where it was.
model::Place placeOfRow(const QList<DiffRow> &rows, qsizetype index, const model::Snapshot &snapshot);

} // namespace ui
