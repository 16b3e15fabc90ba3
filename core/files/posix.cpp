// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/posix.h"

#include "core/base/systemerror.h"
#include "core/files/path.h"

#include <QCryptographicHash>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace files::posix {

namespace {

using base::Error;
using base::Status;
using base::Unit;

constexpr qsizetype copyBlock = 262'144;

template<typename Call>
auto retried(Call call)
{
    auto result = call();
    while (result == -1 && errno == EINTR)
        result = call();
    return result;
}

Status writeAt(int fd, const QByteArray &path, const QByteArray &block, qint64 offset)
{
    for (qsizetype done = 0; done < block.size();) {
        const ssize_t put = retried([&] {
            return pwrite(fd, block.constData() + done, static_cast<size_t>(block.size() - done),
                          offset + done);
        });
        if (put < 0)
            return lastError(path);
        done += put;
    }
    return Unit{};
}

/// The block at `next` and those behind it that also lie behind it in memory, as parts of a text do; moves on
/// to the next one.
QByteArray runFrom(const Content &content, qsizetype &next)
{
    constexpr qsizetype most = 1'048'576;
    const QByteArray &first = content[next];
    qsizetype size = first.size();
    for (++next; next < content.size() && size < most; ++next) {
        if (content[next].constData() != first.constData() + size)
            break;
        size += content[next].size();
    }
    return size == first.size() ? first : QByteArray::fromRawData(first.constData(), size);
}

} // namespace

FileDescriptor::~FileDescriptor()
{
    if (m_fd >= 0)
        close(m_fd);
}

Error errorFrom(int number, const QByteArray &path)
{
    return base::systemError(number, displayPath(path));
}

Error lastError(const QByteArray &path)
{
    const int number = errno;
    const Error error = errorFrom(number, path);
    errno = number; // for wasRefused()
    return error;
}

bool wasRefused()
{
    constexpr int refusals[] = {EPERM,  EACCES, EROFS,  EXDEV,   EOPNOTSUPP, ENOSYS,
                                EINVAL, EBUSY,  EMLINK, ENODATA, ERANGE,     E2BIG};
    return std::ranges::find(refusals, errno) != std::end(refusals);
}

base::Result<FileDescriptor> open(const QByteArray &path, int flags, mode_t mode)
{
    if (path.contains('\0'))
        return errorFrom(ENOENT, path);
    const int fd = retried([&] { return ::open(path.constData(), flags | O_CLOEXEC, mode); });
    if (fd < 0)
        return lastError(path);
    return FileDescriptor(fd);
}

base::Result<FileDescriptor> openToRead(const QByteArray &path, bool follow)
{
    const auto notAFile = [&path] {
        return Error{.code = Error::Code::NotAFile, .subject = displayPath(path)};
    };
    struct stat before = {};
    if (path.contains('\0'))
        return errorFrom(ENOENT, path);
    if (fstatat(AT_FDCWD, path.constData(), &before, follow ? 0 : AT_SYMLINK_NOFOLLOW) < 0)
        return lastError(path);
    if (!S_ISREG(before.st_mode))
        return notAFile();
    auto file = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | (follow ? 0 : O_NOFOLLOW));
    if (!file)
        return file;
    const auto now = status(file->get(), path);
    if (!now)
        return now.error();
    if (!S_ISREG(now->st_mode))
        return notAFile();
    return file;
}

base::Result<struct stat> status(int fd, const QByteArray &path)
{
    struct stat status = {};
    if (fstat(fd, &status) < 0)
        return lastError(path);
    return status;
}

Fingerprint fingerprintOf(const struct stat &status)
{
    const auto nanoseconds = [](const timespec &time) {
        return qint64(time.tv_sec) * 1'000'000'000 + qint64(time.tv_nsec);
    };
    return {.device = status.st_dev,
            .inode = status.st_ino,
            .size = status.st_size,
            .modifiedNs = nanoseconds(status.st_mtim),
            .changedNs = nanoseconds(status.st_ctim),
            .mode = status.st_mode & 07777U,
            .uid = status.st_uid,
            .gid = status.st_gid,
            .links = status.st_nlink};
}

base::Result<qsizetype> readAt(int fd, const QByteArray &path, char *buffer, qsizetype size, qint64 offset)
{
    qsizetype filled = 0;
    while (filled < size) {
        const ssize_t got = retried(
            [&] { return pread(fd, buffer + filled, static_cast<size_t>(size - filled), offset + filled); });
        if (got < 0)
            return lastError(path);
        if (got == 0)
            break;
        filled += got;
    }
    return filled;
}

Status readAll(int fd, const QByteArray &path, qsizetype blockSize, const Sink &sink)
{
    for (qint64 offset = 0;;) {
        QByteArray block(blockSize, Qt::Uninitialized);
        const auto got = readAt(fd, path, block.data(), blockSize, offset);
        if (!got)
            return got.error();
        if (*got == 0)
            return Unit{};
        block.truncate(*got);
        offset += *got;
        if (Status taken = sink(block); !taken)
            return taken;
        if (*got < blockSize)
            return Unit{};
    }
}

Status writeAll(int fd, const QByteArray &path, const Content &content, const Sink &written)
{
    constexpr qint64 portion = 4'194'304;
    qint64 offset = 0;
    qint64 begun = 0;
    for (qsizetype i = 0; i < content.size();) {
        const QByteArray block = runFrom(content, i);
        if (Status put = writeAt(fd, path, block, offset); !put)
            return put;
        offset += block.size();
        if (offset - begun >= portion) {
            // Only a hint: the disk works while the rest is written, and the wait for it at the end is short.
            ::sync_file_range(fd, begun, offset - begun, SYNC_FILE_RANGE_WRITE);
            begun = offset;
        }
        if (Status taken = written(block); !taken)
            return taken;
    }
    return Unit{};
}

base::Result<bool> holds(int fd, const QByteArray &path, const Content &content)
{
    const auto now = status(fd, path);
    if (!now)
        return now.error();
    if (now->st_size != sizeOf(content))
        return false;
    QByteArray buffer(copyBlock, Qt::Uninitialized);
    qint64 offset = 0;
    for (const QByteArray &block : content) {
        for (qsizetype done = 0; done < block.size();) {
            const qsizetype wanted = std::min(block.size() - done, copyBlock);
            const auto got = readAt(fd, path, buffer.data(), wanted, offset);
            if (!got)
                return got.error();
            if (*got != wanted
                || std::memcmp(buffer.constData(), block.constData() + done, static_cast<size_t>(wanted))
                    != 0)
                return false;
            done += wanted;
            offset += wanted;
        }
    }
    return true;
}

base::Result<bool> holdSame(int one, int other, const QByteArray &path)
{
    QByteArray left(copyBlock, Qt::Uninitialized);
    QByteArray right(copyBlock, Qt::Uninitialized);
    for (qint64 offset = 0;; offset += copyBlock) {
        const auto inOne = readAt(one, path, left.data(), copyBlock, offset);
        if (!inOne)
            return inOne.error();
        const auto inOther = readAt(other, path, right.data(), copyBlock, offset);
        if (!inOther)
            return inOther.error();
        if (*inOne != *inOther
            || std::memcmp(left.constData(), right.constData(), static_cast<size_t>(*inOne)) != 0)
            return false;
        if (*inOne < copyBlock)
            return true;
    }
}

base::Result<QByteArray> hashOf(int fd, const QByteArray &path)
{
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    const Status read = readAll(fd, path, copyBlock, [&hash](const QByteArray &block) -> Status {
        hash.addData(block);
        return Unit{};
    });
    if (!read)
        return read.error();
    return hash.result();
}

Status copy(int from, int to, const QByteArray &path)
{
    qint64 offset = 0;
    return readAll(from, path, copyBlock, [&](const QByteArray &block) {
        offset += block.size();
        return writeAt(to, path, block, offset - block.size());
    });
}

Status sync(int fd, const QByteArray &path)
{
    if (retried([&] { return fsync(fd); }) == 0 || errno == EINVAL || errno == ENOSYS || errno == EOPNOTSUPP)
        return Unit{};
    return lastError(path);
}

Status remove(const QByteArray &path)
{
    if (unlink(path.constData()) == 0 || errno == ENOENT)
        return Unit{};
    // A read-only file system says so before it looks whether there is anything to remove.
    const Error error = lastError(path);
    struct stat status = {};
    return lstat(path.constData(), &status) < 0 && errno == ENOENT ? Status(Unit{}) : error;
}

} // namespace files::posix
