// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/folder/conflicts.h"
#include "core/folder/opening.h"
#include "core/folder/saving.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace ui {

class EditSession;

/// Where the configuration of an EditSession comes from and goes to: opens a folder, saves files of it,
/// notices what others do to it. All of that happens beside the window; stateChanged() and the signals below
/// tell.
class FolderSession : public QObject
{
    Q_OBJECT

public:
    enum class State { Closed, Opening, Open, Saving };

    FolderSession(EditSession &session, std::shared_ptr<files::FileStore> store, QObject *parent = nullptr);
    ~FolderSession() override;

    State state() const { return m_state; }
    bool isBusy() const { return m_state == State::Opening || m_state == State::Saving; }
    /// What is open, or being opened while nothing else is; absolute.
    const QString &path() const { return m_path; }
    /// The file that open() was called with, if it was one; absolute.
    const QString &askedFile() const { return m_askedFile; }
    /// No file of it may be written by us.
    bool isReadOnly() const;
    /// 0 to 1 while busy; negative as long as nobody knows.
    double progress() const;

    /// Reads other files of the server, as Postfix calls them; for worker threads, and what it returns
    /// outlives this.
    using ReadServerFile = std::function<base::Result<QByteArray>(const QByteArray &path)>;
    ReadServerFile serverFiles() const;

    /// Reads a folder, or the folder a file is in. What is open stays open until that has worked.
    void open(const QString &path);
    void close();
    /// Ends opening or saving at the next point where that is safe.
    void cancel();

    /// Writes these files, all or none. What is changed in the meantime stays unsaved.
    void save(const QList<model::FileId> &ids);

    /// Looks whether somebody else wrote to the files; says so with changedOutside().
    void lookOutside();
    /// Takes what conflicted() brought into the configuration, merged with the edits made here, as one step
    /// of Undo; from then on the files on disk count as read. Where both changed the same lines, the text
    /// holds both with marks around them.
    void takeOver(const QList<folder::Conflict> &conflicts);
    /// The files on disk count as read, and the next save replaces them by what is here.
    void keepOurs(const QList<folder::Conflict> &conflicts);

signals:
    void stateChanged();
    void progressed();
    void opened();
    void openFailed(const QString &path, const base::Error &error);
    void saved(const QStringList &names);
    void saveFailed(const base::Error &error);
    /// These files are not what was opened: a save was refused, or lookOutside() found them.
    void conflicted(const QList<folder::Conflict> &conflicts, bool whileSaving);
    /// An interrupted save of an earlier run was taken back; `names` have their old content again.
    void interruptedSaveTakenBack(const QStringList &names);

private:
    struct Meter;

    files::Progress startWork(State state);
    void endWork(State state);
    void findConflicts(const QList<model::FileId> &ids, bool whileSaving);
    void catchUp();
    void markAsThere(const QList<model::FileId> &ids);
    void findNamed();
    void include(const folder::Found &found);
    void acknowledge(const QList<folder::Conflict> &conflicts);

    EditSession &m_session;
    std::shared_ptr<files::FileStore> m_store;
    folder::Opened m_opened;
    QString m_path;
    QString m_askedFile;
    State m_state = State::Closed;
    int m_opening = 0; ///< only the latest open() counts
    QTimer m_settle; ///< files that edits have named are read when it has run out
    bool m_isReading = false;
    bool m_isLooking = false;
    bool m_isLookingStale = false; ///< asked for again meanwhile
    std::shared_ptr<Meter> m_meter;
    files::Progress m_progress;
    QTimer m_tick;
};

} // namespace ui
