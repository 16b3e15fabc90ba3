// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/attributes.h"

#include "core/files/posix.h"

#include <cerrno>
#include <sys/xattr.h>
#include <unistd.h>
#include <utility>

namespace files {

namespace {

// Signatures of the old bytes: the kernel makes new ones.
bool belongsToContent(QByteArrayView name)
{
    return name == "security.ima" || name == "security.evm";
}

base::Status readExtended(int fd, const QByteArray &path, Attributes &attributes)
{
    QByteArray names(65'536, Qt::Uninitialized);
    const ssize_t size = flistxattr(fd, names.data(), static_cast<size_t>(names.size()));
    if (size < 0 && !posix::wasRefused())
        return posix::lastError(path);
    if (size < 0) {
        attributes.isComplete = errno == EOPNOTSUPP || errno == ENOSYS;
        return base::Unit{};
    }
    names.truncate(size);
    QByteArray value(65'536, Qt::Uninitialized);
    for (const QByteArray &name : names.split('\0')) {
        if (name.isEmpty() || belongsToContent(name))
            continue;
        const ssize_t length =
            fgetxattr(fd, name.constData(), value.data(), static_cast<size_t>(value.size()));
        if (length >= 0)
            attributes.extended.insert(name, QByteArray(value.constData(), length));
        else if (posix::wasRefused())
            attributes.isComplete = false;
        else
            return posix::lastError(path);
    }
    return base::Unit{};
}

// A new file may have been born with attributes, by a default ACL of its folder: those go.
base::Result<bool> giveExtended(int fd, const QByteArray &path, const Attributes &wanted,
                                const Attributes &now)
{
    for (auto it = now.extended.cbegin(); it != now.extended.cend(); ++it) {
        if (wanted.extended.contains(it.key()) || fremovexattr(fd, it.key().constData()) == 0)
            continue;
        if (!posix::wasRefused())
            return posix::lastError(path);
        return false;
    }
    for (auto it = wanted.extended.cbegin(); it != wanted.extended.cend(); ++it) {
        const auto present = now.extended.constFind(it.key());
        if (present != now.extended.cend() && *present == *it)
            continue;
        if (fsetxattr(fd, it.key().constData(), it->constData(), static_cast<size_t>(it->size()), 0) == 0)
            continue;
        if (!posix::wasRefused())
            return posix::lastError(path);
        return false;
    }
    return true;
}

} // namespace

base::Result<Attributes> attributesOf(int fd, const QByteArray &path)
{
    const auto status = posix::status(fd, path);
    if (!status)
        return status.error();
    Attributes attributes{.uid = status->st_uid, .gid = status->st_gid, .mode = status->st_mode & 07777U};
    if (base::Status read = readExtended(fd, path, attributes); !read)
        return read.error();
    return attributes;
}

base::Result<bool> giveAttributes(int fd, const QByteArray &path, const Attributes &wanted)
{
    if (!wanted.isComplete)
        return false;
    auto now = attributesOf(fd, path);
    if (!now)
        return now.error();
    // The owner first: changing it clears capabilities and the set-id bits. The mode last: an ACL changes it.
    if ((now->uid != wanted.uid || now->gid != wanted.gid) && fchown(fd, wanted.uid, wanted.gid) < 0) {
        if (!posix::wasRefused())
            return posix::lastError(path);
        return false;
    }
    if (auto given = giveExtended(fd, path, wanted, *now); !given || !*given)
        return given;
    if (fchmod(fd, wanted.mode) < 0) {
        if (!posix::wasRefused())
            return posix::lastError(path);
        return false;
    }
    now = attributesOf(fd, path);
    if (!now)
        return now.error();
    return *now == wanted;
}

} // namespace files
