// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/files/fingerprint.h"
#include "core/files/progress.h"

#include <functional>
#include <optional>

namespace files {

struct Entry
{
    enum class Type {
        File,
        Folder,
        BrokenLink, ///< a symbolic link to nothing, or in a circle
        Special, ///< FIFO, socket or device: never opened
        Unknown ///< the system would not say
    };

    QString name; ///< see pathFromBytes(); may hold line breaks or start with a dash
    Type type = Type::Unknown; ///< of what a link leads to
    bool isLink = false;
    bool isReadable = false;
    qint64 size = 0;
    quint32 mode = 0; ///< permission bits
    qint64 modifiedNs = 0;
};

struct ReadOptions
{
    qint64 limit = qint64(1) << 30; ///< bytes; a larger file is Error::Code::TooLarge
    qint64 blockSize = 0; ///< bytes of each block but the last; 0: the whole file is one block
    bool withHash = false; ///< also fill Fingerprint::contentHash
    /// The bytes are wanted for a moment: those of a large file on a disk of this machine may be the file's
    /// own, mapped into memory. They are gone with the store; whoever cuts the file short meanwhile ends the
    /// program with SIGBUS.
    bool isBrief = false;
    Progress progress = {};
};

struct FileContent
{
    QByteArray bytes;
    Fingerprint fingerprint;
};

/// One file of a save. `path` may be a symbolic link: what it leads to is written.
struct Write
{
    QString path;
    Content content;
    std::optional<Fingerprint> opened =
        {}; ///< what the file was when it was read; none: it must not exist yet
    std::optional<Content> openedContent = {}; ///< its bytes then; compared instead of the fingerprint's hash
    bool isSecret = false; ///< a new file gets mode 0600 instead of 0644; an existing one keeps its mode
};

struct SavedFile
{
    enum class How { Unchanged, Created, Replaced, WrittenInPlace };

    QString path;
    How how = How::Unchanged;
    Fingerprint fingerprint = {}; ///< what the file is now
};

/// In the order of the writes.
struct SaveReport
{
    QList<SavedFile> files;
};

/// A file that is not what it was when it was opened.
struct Conflict
{
    QString path;
    std::optional<FileContent> disk; ///< what is there now; none: it was removed
};

struct RecoveredFile
{
    enum class How {
        PutBack, ///< the interrupted save had reached it; it has its old content again
        ChangedSince, ///< someone else wrote it after the interruption; it was left alone
        Postponed ///< it can't be reached now; the next call tries again
    };

    QString path;
    How how = How::PutBack;
    QString keptCopy = {}; ///< ChangedSince: where its content from before the save is
};

struct RecoveryReport
{
    QList<RecoveredFile> files;
    QStringList strays; ///< temporary files in the folder that no save of this user and machine accounts for
};

/// The files of this machine, of another one, or of a test. Every call may block for long: it belongs into a
/// worker thread. Objects are safe to use from several threads at once. Error::subject is the path in
/// question.
class FileStore
{
public:
    using BlockSink = std::function<void(const QByteArray &block)>;

    FileStore() = default;
    virtual ~FileStore() = default;
    FileStore(const FileStore &) = delete;
    FileStore &operator=(const FileStore &) = delete;

    /// Sorted by name, without "." and ".." and without the temporary files of saves.
    virtual base::Result<QList<Entry>> list(const QString &folder) const = 0;

    /// The topmost folder of the file system that `folder` is on: "/" where it is on the system's own disk.
    virtual base::Result<QString> mountPoint(const QString &folder) const = 0;

    /// What the file is, without reading it. Not a regular file: NotAFile.
    virtual base::Result<Fingerprint> fingerprint(const QString &path) const = 0;

    /// Hands the file to `sink` block by block, in this thread. Anything but a regular file is NotAFile, a
    /// file that changes meanwhile is ChangedOnDisk; blocks delivered before an error are to be thrown away.
    virtual base::Result<Fingerprint> readBlocks(const QString &path, const ReadOptions &options,
                                                 const BlockSink &sink) const = 0;

    /// Writes all of the files or none. Nothing is written where the disk already holds the new bytes. A file
    /// that is neither that nor what was opened ends the save with ChangedOnDisk: see conflicts(). On an
    /// error the files are what they were; should even putting them back fail, as when a mount has
    /// gone, each is old or new, and recoverInterruptedSaves() makes several all old once it can reach them.
    virtual base::Result<SaveReport> save(const QList<Write> &writes, const Progress &progress) = 0;

    /// To be called when a folder is opened: takes back what a killed save left half done, in whatever
    /// folders, and cleans up behind it. Saves that are still running are left alone.
    virtual base::Result<RecoveryReport> recoverInterruptedSaves(const QString &folder) = 0;

    /// The whole file in one buffer, tried again when it changes while it is read.
    base::Result<FileContent> read(const QString &path, const ReadOptions &options = {}) const;

    /// By the content's hash where the fingerprint has one, else by size, times and inode.
    base::Result<bool> isSameContent(const QString &path, const Fingerprint &then) const;

    /// The files that save() would refuse as ChangedOnDisk, with what is on the disk, ready for a merge.
    base::Result<QList<Conflict>> conflicts(const QList<Write> &writes) const;
};

} // namespace files
