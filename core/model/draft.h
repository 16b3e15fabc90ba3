// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/changes.h"

namespace model {

/// A user action in the making. Every replace() is seen by the reads after it, so an action that takes
/// several steps is written as several calls; all of them together are one step of Undo.
class Draft
{
public:
    explicit Draft(Snapshot snapshot) : m_snapshot(std::move(snapshot)) { }

    const Snapshot &snapshot() const { return m_snapshot; }
    const syntax::MainCf &mainCf() const { return m_snapshot.mainCf(); }
    const syntax::MasterCf &masterCf() const { return m_snapshot.masterCf(); }

    /// Only the bytes that really differ become the change: what `range` and `bytes` share at their ends is
    /// left alone, and replacing bytes by the same bytes leaves no trace. `range` lies within the file.
    void replace(FileId file, syntax::ByteRange range, const QByteArray &bytes);

    /// Several replacements of one file at once, whose ranges all refer to the file as it is now, in
    /// ascending order and apart; the file is read anew once.
    struct Replacement
    {
        syntax::ByteRange range;
        QByteArray bytes;
    };
    void replaceAll(FileId file, const QList<Replacement> &replacements);

    /// Takes a file into the configuration that it did not know so far; what is written into it is its
    /// content. Undoing that leaves it empty, and what is empty and not on disk is not saved.
    FileId include(FileInfo info);

    const QList<File> &included() const { return m_included; }
    const Changes &changes() const { return m_changes; }
    const Changes &inverse() const { return m_inverse; }

private:
    Snapshot m_snapshot;
    Changes m_changes;
    Changes m_inverse;
    QList<File> m_included;
};

/// The snapshot after the changes.
Snapshot applied(const Snapshot &snapshot, const Changes &changes);

} // namespace model
