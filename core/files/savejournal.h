// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/files/posix.h"

#include <QList>

#include <optional>

namespace files {

/// Whether a name is that of a temporary file of a save.
bool isTemporaryName(QByteArrayView name);

/// What the names of a journal and of the temporary files of its save have in common.
QByteArray journalId(const QByteArray &journalPath);

/// One file of a save under way, with the names its temporary files have or will get. They stand beside the
/// file; in the state folder ("apart") only where its own folder can't be written.
struct JournalEntry
{
    QByteArray path; ///< of the file itself, links followed
    QByteArray oldHash = {}; ///< hashOf() its content before; empty: it did not exist
    QByteArray newHash = {}; ///< hashOf() what is being written
    QByteArray beside = {};
    QByteArray apart = {};

    /// The new content; what a rename puts into place.
    QByteArray staged(bool isApart = false) const { return (isApart ? apart : beside) + ".new"; }
    /// The old file (a hard link, or a copy with all attributes): renaming it over the file takes the save
    /// back.
    QByteArray back() const { return beside + ".back"; }
    /// The old bytes, complete and verified: where it exists, the file may be half overwritten.
    QByteArray old(bool isApart = false) const { return (isApart ? apart : beside) + ".old"; }
    /// What is to become back() or old().
    QByteArray unfinished(bool isApart = false) const { return (isApart ? apart : beside) + ".tmp"; }

    QList<QByteArray> temporaries() const;
};

/// What a save is doing, on disk before it does it, in the user's own state folder, because whoever can write
/// a journal decides what is overwritten at the next start. Locked as long as the save runs. The phase is the
/// end of the journal's name, so that it changes in one step and needs no space.
class SaveJournal
{
public:
    enum class Phase {
        Preparing, ///< temporaries are being made, the files are untouched
        Committing, ///< some files may be new, some old, one may be half written
        Done ///< all files are new; temporaries may be left
    };

    /// For these files, the hashes of which may be still unknown. It need not outlive a power failure yet.
    static base::Result<SaveJournal> begin(const QByteArray &stateFolder, const QList<QByteArray> &paths);

    /// Nothing when the save is still running or has just ended.
    static base::Result<std::optional<SaveJournal>> takeOver(const QByteArray &path);
    static QList<QByteArray> journalsIn(const QByteArray &stateFolder);

    const QList<JournalEntry> &entries() const { return m_entries; }
    Phase phase() const { return m_phase; }

    /// From Preparing to Committing: the entries with their hashes, and the disk has it when this returns.
    base::Status commit(QList<JournalEntry> entries);

    /// From Committing to Done. Once that stands in the folder it is done, even if the disk is not sure to
    /// have it yet.
    base::Status finish();
    base::Status remove();

private:
    SaveJournal(posix::FileDescriptor file, QByteArray base, Phase phase, QList<JournalEntry> entries);

    base::Status advance(Phase phase);

    posix::FileDescriptor m_file;
    QByteArray m_base;
    Phase m_phase;
    QList<JournalEntry> m_entries;
};

} // namespace files
