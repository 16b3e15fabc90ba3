// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/folders.h"

#include "core/files/posix.h"

#include <array>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>

namespace files::posix {

QByteArray folderOf(const QByteArray &path)
{
    const qsizetype slash = path.lastIndexOf('/');
    if (slash < 0)
        return ".";
    return slash == 0 ? QByteArray("/") : path.first(slash);
}

base::Result<QList<QByteArray>> namesIn(const QByteArray &folder)
{
    if (folder.contains('\0'))
        return errorFrom(ENOENT, folder);
    struct Closer
    {
        void operator()(DIR *stream) const { closedir(stream); }
    };
    const std::unique_ptr<DIR, Closer> stream(opendir(folder.constData()));
    if (!stream)
        return lastError(folder);
    QList<QByteArray> names;
    for (errno = 0; const dirent *found = readdir(stream.get()); errno = 0) {
        const QByteArrayView name(found->d_name);
        if (name != "." && name != "..")
            names.append(name.toByteArray());
    }
    if (errno != 0)
        return lastError(folder);
    return names;
}

base::Result<QByteArray> mountPointOf(const QByteArray &folder)
{
    std::array<char, PATH_MAX> resolved = {};
    if (folder.contains('\0'))
        return errorFrom(ENOENT, folder);
    if (!realpath(folder.constData(), resolved.data()))
        return lastError(folder);
    QByteArray path(resolved.data());
    struct stat here = {};
    if (stat(path.constData(), &here) < 0)
        return lastError(folder);
    while (path != "/") {
        const QByteArray parent = folderOf(path);
        struct stat above = {};
        if (stat(parent.constData(), &above) < 0)
            return lastError(folder);
        if (above.st_dev != here.st_dev)
            break;
        path = parent;
    }
    return path;
}

base::Status makePrivateFolder(const QByteArray &folder)
{
    const auto make = [&folder] { return mkdir(folder.constData(), 0700) == 0 || errno == EEXIST; };
    if (make())
        return base::Unit{};
    const QByteArray parent = folderOf(folder);
    if (errno != ENOENT || parent == folder || parent == ".")
        return lastError(folder);
    if (base::Status made = makePrivateFolder(parent); !made)
        return made;
    return make() ? base::Status(base::Unit{}) : lastError(folder);
}

base::Status syncFolder(const QByteArray &folder)
{
    const auto opened = open(folder, O_RDONLY | O_DIRECTORY);
    if (opened)
        return sync(opened->get(), folder);
    // A folder that may be written but not listed can't be synced either.
    return opened.error().code == base::Error::Code::NotPermitted ? base::Status(base::Unit{})
                                                                  : base::Status(opened.error());
}

} // namespace files::posix
