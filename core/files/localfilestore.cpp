// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/localfilestore.h"

#include "core/files/folders.h"
#include "core/files/mappings.h"
#include "core/files/path.h"
#include "core/files/posix.h"
#include "core/files/savejournal.h"
#include "core/files/saverecovery.h"
#include "core/files/savetransaction.h"

#include <QCryptographicHash>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <fcntl.h>
#include <thread>
#include <unistd.h>

namespace files {

namespace {

using base::Error;

Entry::Type typeOf(mode_t mode)
{
    if (S_ISREG(mode))
        return Entry::Type::File;
    if (S_ISDIR(mode))
        return Entry::Type::Folder;
    return S_ISLNK(mode) ? Entry::Type::BrokenLink : Entry::Type::Special;
}

Entry entryOf(const QByteArray &folder, const QByteArray &name)
{
    Entry entry{.name = pathFromBytes(name)};
    const QByteArray path = folder + '/' + name;
    struct stat status = {};
    if (lstat(path.constData(), &status) < 0)
        return entry;
    entry.isLink = S_ISLNK(status.st_mode);
    struct stat target = {};
    if (entry.isLink && stat(path.constData(), &target) == 0)
        status = target;
    const Fingerprint fingerprint = posix::fingerprintOf(status);
    entry.type = typeOf(status.st_mode);
    entry.isReadable = faccessat(AT_FDCWD, path.constData(), R_OK, AT_EACCESS) == 0;
    entry.size = fingerprint.size;
    entry.mode = fingerprint.mode;
    entry.modifiedNs = fingerprint.modifiedNs;
    return entry;
}

// Files of the kernel say that they are empty until they are read.
qsizetype wholeFile(qint64 size)
{
    return size > 0 ? size + 1 : 65'536;
}

/// Reads one block, and tells how much of it the file had.
class BlockReader
{
public:
    BlockReader(int fd, const QByteArray &path, const Progress &progress, qint64 total)
        : m_fd(fd), m_path(path), m_progress(progress), m_total(total)
    {
    }

    /// Most of the time of reading a large file goes into the page faults of fresh memory, which two threads
    /// share.
    base::Result<qsizetype> read(QByteArray &block, qint64 offset)
    {
        constexpr qsizetype worthAThread = qsizetype(8) << 20U;
        char *buffer = block.data();
        m_done = offset;
        if (block.size() < worthAThread)
            return readPart(buffer, block.size(), offset, true);
        const qsizetype half = block.size() / 2;
        base::Result<qsizetype> second = qsizetype(0);
        std::thread other(
            [&] { second = readPart(buffer + half, block.size() - half, offset + half, false); });
        base::Result<qsizetype> first = readPart(buffer, half, offset, true);
        other.join();
        if (!first)
            return first;
        if (!second)
            return second;
        return *first < half ? *first : half + *second;
    }

private:
    base::Result<qsizetype> readPart(char *buffer, qsizetype size, qint64 offset, bool isReporting)
    {
        constexpr qsizetype step = 4'194'304;
        qsizetype filled = 0;
        while (filled < size) {
            const qsizetype wanted = std::min(size - filled, step);
            auto got = posix::readAt(m_fd, m_path, buffer + filled, wanted, offset + filled);
            if (!got)
                return got;
            filled += *got;
            m_done += *got;
            if (m_progress.isCancelled())
                return Error{.code = Error::Code::Cancelled, .subject = displayPath(m_path)};
            if (isReporting)
                m_progress.report(m_done, m_total);
            if (*got < wanted)
                break;
        }
        return filled;
    }

    int m_fd;
    const QByteArray &m_path;
    const Progress &m_progress;
    qint64 m_total;
    std::atomic<qint64> m_done = 0; ///< of the file
};

} // namespace

LocalFileStore::LocalFileStore(const QString &stateFolder)
    : m_stateFolder(pathToBytes(stateFolder)), m_mappings(std::make_unique<posix::Mappings>())
{
}

LocalFileStore::~LocalFileStore() = default;

base::Result<QList<Entry>> LocalFileStore::list(const QString &folder) const
{
    const QByteArray path = pathToBytes(folder);
    const auto names = posix::namesIn(path);
    if (!names)
        return names.error();
    QList<Entry> entries;
    for (const QByteArray &name : *names)
        if (!isTemporaryName(name))
            entries.append(entryOf(path, name));
    std::ranges::sort(entries, {}, &Entry::name);
    return entries;
}

base::Result<QString> LocalFileStore::mountPoint(const QString &folder) const
{
    const auto found = posix::mountPointOf(pathToBytes(folder));
    return found ? base::Result<QString>(pathFromBytes(*found)) : found.error();
}

base::Result<Fingerprint> LocalFileStore::fingerprint(const QString &path) const
{
    const QByteArray bytes = pathToBytes(path);
    struct stat status = {};
    if (bytes.contains('\0'))
        return posix::errorFrom(ENOENT, bytes);
    if (stat(bytes.constData(), &status) < 0)
        return posix::lastError(bytes);
    if (!S_ISREG(status.st_mode))
        return Error{.code = Error::Code::NotAFile, .subject = displayPath(bytes)};
    return posix::fingerprintOf(status);
}

base::Result<Fingerprint> LocalFileStore::readBlocks(const QString &path, const ReadOptions &options,
                                                     const BlockSink &sink) const
{
    const QByteArray bytes = pathToBytes(path);
    const auto tooLarge = [&bytes] {
        return Error{.code = Error::Code::TooLarge, .subject = displayPath(bytes)};
    };
    const auto file = posix::openToRead(bytes, true);
    if (!file)
        return file.error();
    const auto before = posix::status(file->get(), bytes);
    if (!before)
        return before.error();
    if (before->st_size > options.limit)
        return tooLarge();

    if (const QByteArray mapped = options.isBrief ? m_mappings->map(file->get(), *before) : QByteArray();
        !mapped.isNull()) {
        Fingerprint fingerprint = posix::fingerprintOf(*before);
        fingerprint.isSettled = true;
        if (options.withHash)
            fingerprint.contentHash = hashOf({mapped});
        sink(mapped);
        return fingerprint;
    }

    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    qint64 done = 0;
    BlockReader reader(file->get(), bytes, options.progress, before->st_size);
    for (bool atEnd = false; !atEnd;) {
        // One byte more than the file has, so that its end is seen by the same read.
        QByteArray block(options.blockSize > 0 ? options.blockSize : wholeFile(before->st_size),
                         Qt::Uninitialized);
        const auto filled = reader.read(block, done);
        if (!filled)
            return filled.error();
        atEnd = *filled < block.size();
        done += *filled;
        if (done > options.limit)
            return tooLarge();
        block.truncate(*filled);
        if (options.withHash)
            hash.addData(block);
        if (*filled > 0)
            sink(block);
    }

    const auto after = posix::status(file->get(), bytes);
    if (!after)
        return after.error();
    Fingerprint fingerprint = posix::fingerprintOf(*after);
    if (!isUntouched(posix::fingerprintOf(*before), fingerprint)
        || (done != after->st_size && after->st_size > 0))
        return Error{.code = Error::Code::ChangedOnDisk, .subject = displayPath(bytes)};
    if (options.withHash)
        fingerprint.contentHash = hash.result();
    return fingerprint;
}

base::Result<SaveReport> LocalFileStore::save(const QList<Write> &writes, const Progress &progress)
{
    return SaveTransaction(m_stateFolder, writes, progress).run();
}

base::Result<RecoveryReport> LocalFileStore::recoverInterruptedSaves(const QString &folder)
{
    return recoverSaves(m_stateFolder, pathToBytes(folder));
}

} // namespace files
