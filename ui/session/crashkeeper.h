// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/crashjournal.h"

#include <QHash>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <memory>

namespace ui {

class EditSession;
class FolderSession;

/// Writes down unsaved edits while they are made, so that they survive a crash of the program; offers what an
/// earlier crash has left when its folder is opened again. Ending the program in order leaves nothing.
class CrashKeeper : public QObject
{
    Q_OBJECT

public:
    /// Of the files as they were opened, by path: worked out once, since tables can be large.
    using Hashes = QHash<QString, QByteArray>;

    CrashKeeper(EditSession &session, FolderSession &folder, std::shared_ptr<files::CrashJournal> journal,
                QObject *parent = nullptr);
    ~CrashKeeper() override;

    /// Puts the edits into the open configuration, as one step of Undo. What can't be, because the file is no
    /// longer the one they were made in, stays where it is and is named.
    QStringList restore(const files::UnsavedEdits &edits);
    void discard(const files::UnsavedEdits &edits);

signals:
    /// The folder that has just been opened has edits that were never saved.
    void found(const files::UnsavedEdits &edits);
    void failed(const base::Error &error);

private:
    void onOpened();
    void record();

    EditSession &m_session;
    FolderSession &m_folder;
    std::shared_ptr<files::CrashJournal> m_journal;
    QString m_path; ///< the folder that record() is about
    std::shared_ptr<Hashes> m_hashes = std::make_shared<Hashes>(); ///< only the worker looks inside
    QTimer m_pause;
    QThreadPool m_worker; ///< one thread: what was written last counts
    bool m_hasFailed = false;
};

} // namespace ui
