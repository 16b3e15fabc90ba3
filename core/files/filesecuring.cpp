// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/filesecuring.h"

#include "core/files/path.h"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace files {

namespace {

using base::Error;
using base::Status;
using base::Unit;

// Our own links and probes move the change time of the file: take it anew, and see that nothing else moved.
Status lookAgain(PlannedFile &plan)
{
    const auto status = posix::status(plan.file.get(), plan.path);
    if (!status)
        return status.error();
    const Fingerprint now = posix::fingerprintOf(*status);
    if (now.size != plan.disk.size || now.modifiedNs != plan.disk.modifiedNs)
        return Error{.code = Error::Code::ChangedOnDisk, .subject = displayPath(plan.path)};
    plan.disk = now;
    return Unit{};
}

// A complete copy of the old file, in steps that leave `path` either missing or right.
base::Result<bool> copyTo(PlannedFile &plan, const QByteArray &unfinished, const QByteArray &path,
                          bool withAttributes)
{
    const auto file = posix::open(unfinished, O_RDWR | O_CREAT | O_EXCL, 0600);
    if (!file)
        return file.error();
    const int fd = file->get();
    if (Status copied = posix::copy(plan.file.get(), fd, unfinished); !copied)
        return copied.error();
    if (withAttributes) {
        auto isGiven = giveAttributes(fd, unfinished, plan.attributes);
        if (!isGiven || !*isGiven) {
            (void)posix::remove(unfinished);
            return isGiven;
        }
    }
    if (Status synced = posix::sync(fd, unfinished); !synced)
        return synced.error();
    const auto isSame = posix::holdSame(plan.file.get(), fd, unfinished);
    if (!isSame)
        return isSame.error();
    if (!*isSame)
        return Error{.code = Error::Code::ChangedOnDisk, .subject = displayPath(plan.path)};
    if (rename(unfinished.constData(), path.constData()) < 0)
        return posix::lastError(path);
    return true;
}

} // namespace

base::Result<bool> keepBack(PlannedFile &plan, const JournalEntry &entry)
{
    if (link(plan.path.constData(), entry.back().constData()) == 0) {
        const Status same = lookAgain(plan);
        return same ? base::Result<bool>(true) : same.error();
    }
    if (!posix::wasRefused())
        return posix::lastError(plan.path);
    return copyTo(plan, entry.unfinished(), entry.back(), true);
}

Status keepOld(PlannedFile &plan, const JournalEntry &entry, bool isApart)
{
    const auto isCopied = copyTo(plan, entry.unfinished(isApart), entry.old(isApart), false);
    return isCopied ? lookAgain(plan) : isCopied.error();
}

Status tryInPlace(PlannedFile &plan, qint64 size)
{
    const auto file = posix::open(plan.path, O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY);
    if (!file)
        return file.error();
    if (ftruncate(file->get(), plan.disk.size) < 0)
        return posix::lastError(plan.path);
    const bool isFull = size > plan.disk.size && fallocate(file->get(), FALLOC_FL_KEEP_SIZE, 0, size) < 0
        && (errno == ENOSPC || errno == EDQUOT);
    if (isFull)
        return posix::lastError(plan.path);
    const auto status = posix::status(plan.file.get(), plan.path);
    if (!status)
        return status.error();
    plan.disk = posix::fingerprintOf(*status);
    return Unit{};
}

} // namespace files
