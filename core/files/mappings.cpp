// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/mappings.h"

#include <algorithm>
#include <ctime>
#include <linux/magic.h>
#include <sys/mman.h>
#include <sys/vfs.h>

namespace files::posix {

namespace {

/// File systems of this machine, whose times are those of its own clock: never those of a server, which are
/// told late.
bool isOnOwnDisk(int fd)
{
    constexpr long xfs = 0x58465342; // XFS_SB_MAGIC, which is in no header of the kernel's
    constexpr long types[] = {EXT4_SUPER_MAGIC, xfs, BTRFS_SUPER_MAGIC, F2FS_SUPER_MAGIC, TMPFS_MAGIC};
    struct statfs system = {};
    return fstatfs(fd, &system) == 0 && std::ranges::find(types, system.f_type) != std::end(types);
}

/// Times of files move on with the ticks of the kernel, 1 to 10 ms: within one, two writes look like one.
bool isQuiet(const struct stat &status)
{
    constexpr qint64 longEnough = 30'000'000;
    struct timespec now = {};
    clock_gettime(CLOCK_REALTIME, &now);
    const auto nanoseconds = [](const struct timespec &time) {
        return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
    };
    return nanoseconds(now) - std::max(nanoseconds(status.st_ctim), nanoseconds(status.st_mtim)) > longEnough;
}

} // namespace

Mappings::~Mappings()
{
    for (const auto &[begin, size] : m_all)
        munmap(begin, size);
}

QByteArray Mappings::map(int fd, const struct stat &status)
{
    constexpr qint64 worthwhile = qint64(8) << 20U; // less is read as quickly
    if (status.st_size < worthwhile || !isQuiet(status) || !isOnOwnDisk(fd))
        return {};
    const auto size = static_cast<size_t>(status.st_size);
    void *begin = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, fd, 0);
    if (begin == MAP_FAILED)
        return {};
    const std::lock_guard lock(m_mutex);
    m_all.emplace_back(begin, size);
    return QByteArray::fromRawData(static_cast<const char *>(begin), status.st_size);
}

} // namespace files::posix
