// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/saveplan.h"

#include "core/files/folders.h"
#include "core/files/path.h"

#include <array>
#include <cerrno>
#include <climits>
#include <fcntl.h>
#include <unistd.h>

namespace files {

namespace {

using base::Error;

Error changed(const QByteArray &path)
{
    return {.code = Error::Code::ChangedOnDisk, .subject = displayPath(path)};
}

base::Result<bool> isWhatWasOpened(const Write &write, const PlannedFile &planned)
{
    if (!write.opened)
        return false;
    if (write.opened->isSettled) // what was mapped then is what is there now
        return isUntouched(*write.opened, planned.disk);
    if (write.openedContent)
        return posix::holds(planned.file.get(), planned.path, *write.openedContent);
    if (!write.opened->contentHash.isEmpty()) {
        const auto hash = posix::hashOf(planned.file.get(), planned.path);
        if (!hash)
            return hash.error();
        return write.opened->contentHash == *hash;
    }
    return isUntouched(*write.opened, planned.disk);
}

} // namespace

base::Result<QByteArray> followLinks(QByteArray path)
{
    constexpr int mostLinks = 40; // as many as the kernel follows
    if (path.contains('\0'))
        return posix::errorFrom(ENOENT, path);
    const QByteArray start = path;
    for (int links = 0; links <= mostLinks; ++links) {
        std::array<char, PATH_MAX> target = {};
        const ssize_t length = readlink(path.constData(), target.data(), target.size());
        if (length < 0 && (errno == EINVAL || errno == ENOENT))
            return path;
        if (length < 0)
            return posix::lastError(path);
        const QByteArray next(target.data(), length);
        path = next.startsWith('/') ? next : posix::folderOf(path) + '/' + next;
    }
    return posix::errorFrom(ELOOP, start);
}

base::Result<PlannedFile> plan(const Write &write)
{
    auto path = followLinks(pathToBytes(write.path));
    if (!path)
        return path.error();
    PlannedFile planned{.path = *path};
    auto file = posix::openToRead(planned.path);
    if (!file && file.error().code == Error::Code::NotFound) {
        if (write.opened)
            return changed(planned.path);
        planned.how = SavedFile::How::Created;
        planned.disk.links = 0;
        return planned;
    }
    if (!file)
        return file.error();
    planned.file = std::move(file).value();
    const int fd = planned.file.get();

    const auto status = posix::status(fd, planned.path);
    if (!status)
        return status.error();
    planned.disk = posix::fingerprintOf(*status);
    // Nobody has to read again what can't have changed.
    const bool isKnown = write.opened && write.opened->isSettled && isUntouched(*write.opened, planned.disk);
    if (!isKnown) {
        const auto isUnchanged = posix::holds(fd, planned.path, write.content);
        if (!isUnchanged)
            return isUnchanged.error();
        if (*isUnchanged)
            return planned;
        const auto isExpected = isWhatWasOpened(write, planned);
        if (!isExpected)
            return isExpected.error();
        if (!*isExpected)
            return changed(planned.path);
    }
    if (faccessat(AT_FDCWD, planned.path.constData(), W_OK, AT_EACCESS) < 0)
        return posix::lastError(planned.path);

    auto attributes = attributesOf(fd, planned.path);
    if (!attributes)
        return attributes.error();
    planned.attributes = std::move(attributes).value();
    planned.how = planned.disk.links > 1 ? SavedFile::How::WrittenInPlace : SavedFile::How::Replaced;
    return planned;
}

} // namespace files
