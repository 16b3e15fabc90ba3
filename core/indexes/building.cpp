// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/indexes/building.h"

#include "core/base/systemerror.h"
#include "core/files/path.h"
#include "core/files/posix.h"
#include "core/tools/postfixenvironment.h"

#include <QRandomGenerator>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace indexes {

using base::Result;
using files::posix::FileDescriptor;

namespace {

constexpr mode_t permissionBits = 0777;

QString folderOf(const QString &path)
{
    return path.first(path.lastIndexOf(u'/') + 1);
}

/// Only root may give files away; for everybody else the owner is whoever builds.
void takeOwnerAndMode(int to, const struct stat &from)
{
    if (fchown(to, from.st_uid, from.st_gid) == 0 || errno == EPERM)
        fchmod(to, from.st_mode & permissionBits);
}

void removeAll(const Prepared &prepared)
{
    const QByteArray copy = files::pathToBytes(prepared.copy);
    for (const QByteArray &suffix : prepared.job.command.suffixes)
        unlink((copy + suffix).constData());
    unlink(copy.constData());
}

/// Puts one file in the place of the old one, with its owner and mode; a new one gets those of the table.
base::Status putInPlace(const QByteArray &from, const QByteArray &to, const QByteArray &table)
{
    Result<FileDescriptor> built = files::posix::open(from, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (!built)
        return built.error();
    struct stat old
    {
    };
    if (stat(to.constData(), &old) == 0 || stat(table.constData(), &old) == 0)
        takeOwnerAndMode(built->get(), old);
    if (const base::Status synced = files::posix::sync(built->get(), from); !synced)
        return synced.error();
    if (rename(from.constData(), to.constData()) != 0)
        return files::posix::lastError(to);
    return base::Unit{};
}

void syncFolder(const QString &folder)
{
    const QByteArray path = files::pathToBytes(folder);
    const Result<FileDescriptor> opened = files::posix::open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (opened)
        (void)files::posix::sync(opened->get(), path);
}

QByteArrayList linesOf(const QByteArray &err, const Prepared &prepared)
{
    QByteArray said = err;
    said.replace(files::pathToBytes(prepared.copy), files::pathToBytes(prepared.job.source));
    QByteArrayList lines;
    for (const QByteArray &line : said.split('\n')) {
        if (!line.trimmed().isEmpty())
            lines.append(line.trimmed());
    }
    return lines;
}

} // namespace

Result<Prepared> prepare(const Job &job)
{
    const QByteArray source = files::pathToBytes(job.source);
    Result<FileDescriptor> from = files::posix::openToRead(source, true);
    if (!from)
        return from.error();
    const Result<struct stat> status = files::posix::status(from->get(), source);
    if (!status)
        return status.error();
    Prepared prepared{.job = job};
    prepared.copy = folderOf(job.source) + u'.' + job.source.sliced(folderOf(job.source).size())
        + QStringLiteral(".postwright-%1")
              .arg(QRandomGenerator::system()->generate(), 8, 16, QLatin1Char('0'));
    const QByteArray copy = files::pathToBytes(prepared.copy);
    Result<FileDescriptor> to =
        files::posix::open(copy, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (!to)
        return to.error();
    const base::Status copied = files::posix::copy(from->get(), to->get(), copy);
    if (!copied) {
        removeAll(prepared);
        return copied.error();
    }
    // It stays ours: as root, the program becomes the owner of the table, who may not write to the folder.
    fchmod(to->get(), status->st_mode & permissionBits);
    return prepared;
}

tools::Command command(const Prepared &prepared, const tools::PostfixInstallation &postfix)
{
    QStringList arguments{QStringLiteral("-c"), prepared.job.folder};
    for (const QByteArray &option : prepared.job.command.options)
        arguments.append(QString::fromUtf8(option));
    arguments.append(QString::fromUtf8(prepared.job.type) + u':' + prepared.copy);
    return {.program = postfix.program(QString::fromUtf8(prepared.job.command.program)),
            .arguments = arguments,
            .environment = tools::postfixEnvironment(),
            .timeout = std::chrono::minutes(10),
            .lastWords = prepared.job.command.program + ": fatal: "};
}

Result<Built> finish(const Prepared &prepared, const Result<tools::Output> &output)
{
    const Job &job = prepared.job;
    const auto fail = [&](const base::Error &error) -> Result<Built> {
        removeAll(prepared);
        return error;
    };
    if (!output)
        return fail(output.error());
    const QByteArrayList lines = linesOf(output->err, prepared);
    if (output->exitCode != 0)
        return fail({.code = base::Error::Code::ProcessFailed,
                     .subject = QString::fromUtf8(job.command.program) + u' ' + QString::fromUtf8(job.type)
                         + u':' + job.source,
                     .detail = QString::fromUtf8(lines.join('\n'))});
    Built built{.warnings = lines};
    for (const QByteArray &suffix : job.command.suffixes) {
        const QByteArray index = files::pathToBytes(job.source) + suffix;
        const base::Status placed =
            putInPlace(files::pathToBytes(prepared.copy) + suffix, index, files::pathToBytes(job.source));
        if (!placed)
            return fail(placed.error());
        built.files.append(files::pathFromBytes(index));
    }
    removeAll(prepared);
    syncFolder(folderOf(job.source));
    return built;
}

} // namespace indexes
