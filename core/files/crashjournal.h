// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/files/fingerprint.h"
#include "core/files/posix.h"

#include <QMutex>

#include <optional>

namespace files {

/// "In what was on the disk, `length` bytes at `offset` are replaced by these."
struct ReplacedRange
{
    qint64 offset = 0;
    qint64 length = 0;
    QByteArray bytes = {};

    bool operator==(const ReplacedRange &) const = default;
};

/// The edits of one file that are not saved yet. Ranges are in ascending order, do not overlap, and refer to
/// the file as it was opened; for a small file one range may replace all of it, for a table of a million rows
/// a few ranges are enough, so that a key stroke does not write megabytes.
struct UnsavedFile
{
    QString path;
    QByteArray
        openedHash; ///< hashOf() the file when it was opened; empty for a file that is still to be made
    QList<ReplacedRange> ranges = {};

    bool operator==(const UnsavedFile &) const = default;
};

/// The file with its unsaved edits. ChangedOnDisk when `opened` is not the content the edits were made in,
/// Malformed when the ranges do not fit.
base::Result<QByteArray> withEdits(const UnsavedFile &file, const QByteArray &opened);

/// What a program that ended badly left behind for one folder.
struct UnsavedEdits
{
    QString id; ///< for CrashJournal::discard()
    QString folder;
    qint64 recordedMs = 0; ///< since 1970
    QList<UnsavedFile> files;
};

/// Keeps unsaved edits on disk while the program runs, so that they survive its crash: one small file per
/// opened folder, mode 0600, replaced as a whole each time. Programs that run at the same time do not see
/// each other's. Calls block for a moment and are safe from any thread. Error::subject is the state folder or
/// a file in it.
class CrashJournal
{
public:
    explicit CrashJournal(const QString &stateFolder);
    ~CrashJournal();
    CrashJournal(const CrashJournal &) = delete;
    CrashJournal &operator=(const CrashJournal &) = delete;

    /// From now on these are the unsaved edits of the folder. No files: the same as clear().
    base::Status record(const QString &folder, const QList<UnsavedFile> &unsaved);

    /// Everything is saved, or was given up.
    base::Status clear(const QString &folder);

    /// What programs that are no longer running left for the folder, the latest first. It stays until
    /// discard().
    base::Result<QList<UnsavedEdits>> find(const QString &folder) const;
    base::Status discard(const QString &id);

private:
    base::Status lock();

    QByteArray m_stateFolder;
    QByteArray m_instance; ///< in the name of everything this object writes
    QMutex m_mutex;
    std::optional<posix::FileDescriptor>
        m_lock; ///< held while the program lives; the system lets go when it dies
};

} // namespace files
