// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/changes.h"

#include <QObject>

namespace model {

/// The one owner of the open configuration, as it is now and as it is on disk.
class Workspace : public QObject
{
    Q_OBJECT

public:
    explicit Workspace(QObject *parent = nullptr) : QObject(parent) { }

    const Snapshot &snapshot() const { return m_snapshot; }
    /// What was read or last saved; differences to it are unsaved.
    const Snapshot &baseline() const { return m_baseline; }
    /// Files whose bytes differ from the baseline.
    QList<FileId> changedFiles() const;

    /// Starts anew with what was read.
    void open(const Snapshot &snapshot);
    /// The file is no longer what it was besides its bytes: it has been made.
    void describe(FileId id, const FileInfo &info);
    /// One file more, as it is on disk.
    void include(const File &file);
    void apply(const Changes &changes);
    /// `saved` is now what is on disk; edits made since then stay unsaved.
    void setBaseline(const Snapshot &saved);

signals:
    /// Another folder, or the same read again: everything is to be read anew.
    void opened();
    /// `changes` have just been made. Views that hold offsets move them along; all others read again.
    void changed(const model::Changes &changes);
    /// The last file of the snapshot is a new one.
    void included();
    /// What is on disk is another than before; the configuration itself did not change.
    void baselineChanged();

private:
    Snapshot m_snapshot;
    Snapshot m_baseline;
};

} // namespace model
