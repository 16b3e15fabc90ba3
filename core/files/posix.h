// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/files/fingerprint.h"

#include <functional>
#include <sys/stat.h>
#include <utility>

/// The system calls this module needs, with EINTR, short reads and errno taken care of. Paths are bytes.
namespace files::posix {

/// An open file, closed with the object.
class FileDescriptor
{
public:
    explicit FileDescriptor(int fd = -1) : m_fd(fd) { }
    FileDescriptor(FileDescriptor &&other) noexcept : m_fd(std::exchange(other.m_fd, -1)) { }
    FileDescriptor &operator=(FileDescriptor &&other) noexcept
    {
        std::swap(m_fd, other.m_fd);
        return *this;
    }
    FileDescriptor(const FileDescriptor &) = delete;
    FileDescriptor &operator=(const FileDescriptor &) = delete;
    ~FileDescriptor();

    int get() const { return m_fd; }

private:
    int m_fd;
};

base::Error errorFrom(int number, const QByteArray &path);

/// The same for the errno of the call just made.
base::Error lastError(const QByteArray &path);

/// Whether the call just made failed because the folder, the file system or the server will not do this kind
/// of operation, so that another way of writing may still work.
bool wasRefused();

base::Result<FileDescriptor> open(const QByteArray &path, int flags, mode_t mode = 0);

/// A regular file for reading. Never blocks on a FIFO, never wakes a device, does not follow a link at the
/// end unless told to.
base::Result<FileDescriptor> openToRead(const QByteArray &path, bool follow = false);

base::Result<struct stat> status(int fd, const QByteArray &path);
Fingerprint fingerprintOf(const struct stat &status);

using Sink = std::function<base::Status(const QByteArray &block)>;

/// Fills the buffer unless the file ends before; returns how much there was.
base::Result<qsizetype> readAt(int fd, const QByteArray &path, char *buffer, qsizetype size, qint64 offset);

/// From the start of the file to its end, in blocks of at most `blockSize` bytes.
base::Status readAll(int fd, const QByteArray &path, qsizetype blockSize, const Sink &sink);

/// From the start of the file, whatever the file position is.
base::Status writeAll(int fd, const QByteArray &path, const Content &content, const Sink &written);

base::Result<bool> holds(int fd, const QByteArray &path, const Content &content);
base::Result<bool> holdSame(int one, int other, const QByteArray &path);
base::Result<QByteArray> hashOf(int fd, const QByteArray &path);
base::Status copy(int from, int to, const QByteArray &path);

/// Until the disk has it. File systems that do not know how to are taken at their word.
base::Status sync(int fd, const QByteArray &path);

/// Removing what is not there is fine.
base::Status remove(const QByteArray &path);

} // namespace files::posix
