// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/facts/disk.h"

#include "core/files/path.h"

#include <QFile>
#include <QStringList>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>

namespace facts {

namespace {

constexpr int mostLinks = 40;
constexpr qsizetype mostOfPem = qsizetype(1) << 20;

QByteArray bytesOf(const QString &path)
{
    return files::pathToBytes(path);
}

QByteArray linkTarget(const QString &path)
{
    QByteArray target(PATH_MAX, Qt::Uninitialized);
    const ssize_t size = ::readlink(bytesOf(path).constData(), target.data(), PATH_MAX);
    target.resize(std::max<qsizetype>(size, 0));
    return target;
}

/// The path without links in it, as a process on the server would come to it. Empty where it ends in a link
/// to itself; what does not exist stays as it is.
QString withoutLinks(const QString &root, const QString &path)
{
    if (root.isEmpty() || !path.startsWith(root + u'/'))
        return path;
    QStringList open = path.sliced(root.size()).split(u'/', Qt::SkipEmptyParts);
    QStringList done;
    int links = 0;
    while (!open.isEmpty()) {
        const QString name = open.takeFirst();
        if (name == u".")
            continue;
        if (name == u"..") {
            if (!done.isEmpty())
                done.removeLast();
            continue;
        }
        const QString here = root + u'/' + (done + QStringList{name}).join(u'/');
        const QString target = files::pathFromBytes(linkTarget(here));
        if (target.isEmpty()) {
            done.append(name);
            continue;
        }
        if (++links > mostLinks)
            return {};
        if (target.startsWith(u'/'))
            done.clear();
        open = target.split(u'/', Qt::SkipEmptyParts) + open;
    }
    return root + u'/' + done.join(u'/');
}

QByteArray typeOf(mode_t mode)
{
    if (S_ISDIR(mode))
        return "directory";
    if (S_ISSOCK(mode))
        return "socket";
    if (S_ISFIFO(mode))
        return "fifo";
    return S_ISREG(mode) ? QByteArray() : QByteArray("device");
}

} // namespace

QHash<int, QByteArray> groupsBelow(const QString &root)
{
    QHash<int, QByteArray> groups;
    QFile file(root + QStringLiteral("/etc/group"));
    constexpr qint64 limit = qint64(1) << 20;
    if (!file.open(QIODevice::ReadOnly))
        return groups;
    for (const QByteArray &line : file.read(limit).split('\n')) {
        const QByteArrayList fields = line.split(':');
        bool isNumber = false;
        const int number = fields.value(2).toInt(&isNumber);
        if (isNumber)
            groups.insert(number, fields.first());
    }
    return groups;
}

std::optional<lint::FileFact> factAt(const QString &root, const QString &path)
{
    const QString real = withoutLinks(root, path);
    struct stat status = {};
    if (real.isEmpty())
        return lint::FileFact{.exists = false};
    if (::stat(bytesOf(real).constData(), &status) != 0) {
        if (errno == ENOENT || errno == ENOTDIR)
            return lint::FileFact{.exists = false};
        return std::nullopt;
    }
    constexpr mode_t permissions = 07777;
    return lint::FileFact{.mode = static_cast<int>(status.st_mode & permissions),
                          .uid = static_cast<int>(status.st_uid),
                          .gid = static_cast<int>(status.st_gid),
                          .modified = status.st_mtim.tv_sec,
                          .type = typeOf(status.st_mode),
                          .size =
                              S_ISREG(status.st_mode) ? std::optional<qint64>(status.st_size) : std::nullopt};
}

std::optional<QByteArray> pemTextAt(const QString &root, const QString &path)
{
    // A FIFO would wait for a writer.
    const int fd = ::open(bytesOf(withoutLinks(root, path)).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    struct stat status = {};
    if (fd < 0)
        return std::nullopt;
    QFile file;
    if (::fstat(fd, &status) != 0 || !S_ISREG(status.st_mode)
        || !file.open(fd, QIODevice::ReadOnly | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle)) {
        ::close(fd);
        return std::nullopt;
    }
    return file.read(mostOfPem);
}

bool forEachIn(const QString &folder, const std::function<bool(const QString &relative)> &visit)
{
    constexpr int deepest = 8;
    constexpr int most = 20'000;
    int count = 0;
    bool isComplete = true;
    QStringList open{QString()};
    while (!open.isEmpty()) {
        const QString relative = open.takeLast();
        const std::unique_ptr<DIR, int (*)(DIR *)> handle(
            ::opendir(bytesOf(folder + u'/' + relative).constData()), &::closedir);
        if (!handle) {
            isComplete = false;
            continue;
        }
        while (const dirent *entry = ::readdir(handle.get())) { // NOLINT(concurrency-mt-unsafe): own handle
            const QByteArray name(static_cast<const char *>(entry->d_name));
            if (name == "." || name == "..")
                continue;
            const QString path =
                (relative.isEmpty() ? QString() : relative + u'/') + files::pathFromBytes(name);
            if (++count > most || !visit(path))
                return false;
            struct stat status = {};
            const bool isFolder =
                ::lstat(bytesOf(folder + u'/' + path).constData(), &status) == 0 && S_ISDIR(status.st_mode);
            if (isFolder && path.count(u'/') < deepest)
                open.append(path);
            else if (isFolder)
                isComplete = false;
        }
    }
    return isComplete;
}

} // namespace facts
