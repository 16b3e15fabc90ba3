// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/localfilestore.h"

#include "core/files/folders.h"
#include "core/files/path.h"
#include "core/files/posix.h"
#include "core/files/savejournal.h"
#include "core/files/saverecovery.h"
#include "core/files/savetransaction.h"

#include <QCryptographicHash>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <fcntl.h>
#include <sys/mman.h>
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

constexpr qsizetype progressStep = 4'194'304;

// Files of the kernel say that they are empty until they are read.
qsizetype wholeFile(qint64 size)
{
    return size > 0 ? size + 1 : 65'536;
}

/// Most of the time of reading a large file into fresh memory goes into its page faults; a hint makes them
/// few. Where the system has no large pages, nothing changes.
void preferLargePages(QByteArray &block)
{
    constexpr qsizetype worthwhile = qsizetype(4) << 20;
    if (block.size() < worthwhile)
        return;
    const auto pageSize = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
    const auto begin = reinterpret_cast<std::uintptr_t>(block.data());
    const std::uintptr_t first = (begin + pageSize - 1) / pageSize * pageSize;
    const std::uintptr_t last = (begin + static_cast<std::uintptr_t>(block.size())) / pageSize * pageSize;
    ::madvise(reinterpret_cast<void *>(first), last - first, MADV_HUGEPAGE); // only a hint: it may fail
}

} // namespace

LocalFileStore::LocalFileStore(const QString &stateFolder) : m_stateFolder(pathToBytes(stateFolder)) { }

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

    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    qint64 done = 0;
    for (bool atEnd = false; !atEnd;) {
        // One byte more than the file has, so that its end is seen by the same read.
        QByteArray block(options.blockSize > 0 ? options.blockSize : wholeFile(before->st_size),
                         Qt::Uninitialized);
        preferLargePages(block);
        qsizetype filled = 0;
        while (!atEnd && filled < block.size()) {
            const qsizetype step = std::min(block.size() - filled, progressStep);
            const auto got = posix::readAt(file->get(), bytes, block.data() + filled, step, done);
            if (!got)
                return got.error();
            atEnd = *got < step;
            filled += *got;
            done += *got;
            if (options.progress.isCancelled())
                return Error{.code = Error::Code::Cancelled, .subject = displayPath(bytes)};
            if (done > options.limit)
                return tooLarge();
            options.progress.report(done, before->st_size);
        }
        block.truncate(filled);
        if (options.withHash)
            hash.addData(block);
        if (filled > 0)
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
