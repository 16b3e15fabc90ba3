// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tools/stagedcopy.h"

#include "core/base/systemerror.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <cerrno>
#include <ctime>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace tools {

using base::Error;
using base::Result;
using base::Status;

namespace {

constexpr time_t ageInSeconds = 60;

/// postfix-script does not quote the paths it is given.
bool isSafeInShellScripts(const QString &path)
{
    return std::all_of(path.begin(), path.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'/'
            || c == u'.' || c == u'_' || c == u'-';
    });
}

QString parentOfCopies()
{
    const QString preferred = QFileInfo(QDir::tempPath()).canonicalFilePath();
    return !preferred.isEmpty() && isSafeInShellScripts(preferred) ? preferred : QStringLiteral("/tmp");
}

bool leadsOut(const QString &path)
{
    const QStringList parts = path.split(u'/');
    return path.contains(QChar(u'\0')) || std::any_of(parts.begin(), parts.end(), [](const QString &part) {
               return part.isEmpty() || part == u"." || part == u"..";
           });
}

Status makeFolder(const QString &path, mode_t mode)
{
    const QByteArray name = QFile::encodeName(path);
    // The mode is given again because mkdir() takes the umask off it.
    if ((::mkdir(name.constData(), mode) != 0 && errno != EEXIST) || ::chmod(name.constData(), mode) != 0)
        return base::systemError(errno, path);
    return base::Unit{};
}

Status makeFoldersAbove(const QString &root, const QString &relative)
{
    for (auto slash = relative.indexOf(u'/'); slash >= 0; slash = relative.indexOf(u'/', slash + 1)) {
        const Status made = makeFolder(root + u'/' + relative.left(slash), 0700);
        if (!made)
            return made.error();
    }
    return base::Unit{};
}

bool writeAll(int descriptor, const QByteArray &bytes)
{
    for (qsizetype written = 0; written < bytes.size();) {
        const ssize_t count =
            ::write(descriptor, bytes.constData() + written, static_cast<size_t>(bytes.size() - written));
        if (count < 0 && errno != EINTR)
            return false;
        written += qMax(count, ssize_t(0));
    }
    return true;
}

Status writeFile(const QString &path, const QByteArray &bytes)
{
    const QByteArray name = QFile::encodeName(path);
    const int descriptor =
        ::open(name.constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return base::systemError(errno, path);
    timespec then = {};
    ::clock_gettime(CLOCK_REALTIME, &then);
    then.tv_sec -= ageInSeconds;
    const std::array<timespec, 2> times = {then, then};
    const bool written = writeAll(descriptor, bytes) && ::futimens(descriptor, times.data()) == 0;
    const int reason = errno;
    ::close(descriptor);
    if (!written)
        return base::systemError(reason, path);
    return base::Unit{};
}

} // namespace

Result<StagedCopy> StagedCopy::create(const QList<StagedFile> &files, const QStringList &folders)
{
    auto folder = std::make_unique<QTemporaryDir>(parentOfCopies() + QStringLiteral("/postwright-XXXXXX"));
    if (!folder->isValid())
        return Error{
            .code = Error::Code::NotPermitted, .subject = QDir::tempPath(), .detail = folder->errorString()};
    const QString root = folder->path();

    for (const QString &path : folders) {
        const Status made = leadsOut(path) ? Status(Error{.code = Error::Code::Malformed, .subject = path})
                                           : makeFolder(root + u'/' + path, 0755);
        if (!made)
            return made.error();
    }
    StagedCopy copy(std::move(folder));
    const Status added = copy.add(files);
    if (!added)
        return added.error();
    return copy;
}

// NOLINTNEXTLINE(readability-make-member-function-const): what it changes is on the disk
Status StagedCopy::add(const QList<StagedFile> &files)
{
    for (const StagedFile &file : files) {
        if (leadsOut(file.path))
            return Error{.code = Error::Code::Malformed, .subject = file.path};
        const Status made = makeFoldersAbove(path(), file.path);
        if (!made)
            return made.error();
        const Status written = writeFile(filePath(file.path), file.bytes);
        if (!written)
            return written.error();
    }
    return base::Unit{};
}

StagedCopy::StagedCopy(std::unique_ptr<QTemporaryDir> folder) : m_folder(std::move(folder)) { }
StagedCopy::StagedCopy(StagedCopy &&) noexcept = default;
StagedCopy &StagedCopy::operator=(StagedCopy &&) noexcept = default;
StagedCopy::~StagedCopy() = default;

QString StagedCopy::path() const
{
    return m_folder->path();
}

QString StagedCopy::filePath(const QString &relative) const
{
    return m_folder->path() + u'/' + relative;
}

} // namespace tools
