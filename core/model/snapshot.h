// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/file.h"

#include <QList>

namespace model {

/// Everything that is open, at one moment. A value: copying shares, nothing in it ever changes.
class Snapshot
{
public:
    /// main.cf and master.cf, both empty.
    Snapshot();
    /// `files` starts with main.cf and master.cf; a missing one is there as a file with a problem.
    explicit Snapshot(QList<File> files, quint64 revision = 0);

    /// Grows with every change; two snapshots of one workspace with the same revision are equal.
    quint64 revision() const { return m_revision; }
    const QList<File> &files() const { return m_files; }
    bool contains(FileId id) const { return static_cast<qsizetype>(id) < m_files.size(); }
    const File &file(FileId id) const { return m_files[static_cast<qsizetype>(id)]; }
    const syntax::MainCf &mainCf() const { return *file(FileId::MainCf).mainCf(); }
    const syntax::MasterCf &masterCf() const { return *file(FileId::MasterCf).masterCf(); }
    /// Every id, main.cf first.
    QList<FileId> ids() const;

    Snapshot with(FileId id, File file) const;
    /// One file more, as the last.
    Snapshot including(File file) const;

private:
    QList<File> m_files;
    quint64 m_revision = 0;
};

} // namespace model
