// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/saverecovery.h"

#include "core/files/folders.h"
#include "core/files/path.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <optional>
#include <unistd.h>

namespace files {

namespace {

using base::Error;
using base::Status;
using base::Unit;

constexpr qsizetype compareBlock = 65'536;

using MaybeFile = std::optional<posix::FileDescriptor>;

base::Result<MaybeFile> openIfThere(const QByteArray &path)
{
    auto file = posix::openToRead(path);
    if (file)
        return MaybeFile(std::move(file).value());
    if (file.error().code == Error::Code::NotFound)
        return MaybeFile();
    return file.error();
}

base::Result<MaybeFile> openEither(const QByteArray &beside, const QByteArray &apart)
{
    auto file = openIfThere(beside);
    if (file && *file)
        return file;
    auto elsewhere = openIfThere(apart);
    return elsewhere && !*elsewhere ? std::move(file) : std::move(elsewhere);
}

// What a killed process or machine leaves when it overwrites old by fresh: at every place a byte of one or
// the other, or zeros where a block was given to the file but not yet written.
base::Result<bool> isMixture(int mixed, int old, int fresh, const QByteArray &path)
{
    qint64 sizes[3] = {};
    const int descriptors[3] = {mixed, old, fresh};
    for (size_t i = 0; i < 3; ++i) {
        const auto status = posix::status(descriptors[i], path);
        if (!status)
            return status.error();
        sizes[i] = status->st_size;
    }
    if (sizes[0] > std::max(sizes[1], sizes[2]) || sizes[0] < std::min(sizes[1], sizes[2]))
        return false;

    QByteArray blocks[3];
    for (qint64 offset = 0;; offset += compareBlock) {
        for (size_t i = 0; i < 3; ++i) {
            blocks[i] = QByteArray(compareBlock, '\0');
            const auto got = posix::readAt(descriptors[i], path, blocks[i].data(), compareBlock, offset);
            if (!got)
                return got.error();
            blocks[i].truncate(*got);
        }
        for (qsizetype at = 0; at < blocks[0].size(); ++at) {
            const char byte = blocks[0][at];
            const bool isOld = at < blocks[1].size() && blocks[1][at] == byte;
            const bool isFresh = at < blocks[2].size() && blocks[2][at] == byte;
            if (byte != '\0' && !isOld && !isFresh)
                return false;
        }
        if (blocks[0].size() < compareBlock)
            return true;
    }
}

base::Result<bool> isOurs(const JournalEntry &entry, int disk, const QByteArray &diskHash,
                          const MaybeFile &old)
{
    if (diskHash == entry.newHash)
        return true;
    if (!old)
        return false;
    const auto fresh = openEither(entry.staged(), entry.staged(true));
    if (!fresh)
        return fresh.error();
    if (!*fresh)
        return false;
    return isMixture(disk, old->get(), (*fresh)->get(), entry.path);
}

base::Result<TakenBack> restore(const JournalEntry &entry, const MaybeFile &old)
{
    if (old) {
        const Status written = overwrite(entry.path, old->get());
        return written ? base::Result<TakenBack>(TakenBack::Restored) : written.error();
    }
    const bool isMoved = entry.oldHash.isEmpty()
        ? unlink(entry.path.constData()) == 0
        : rename(entry.back().constData(), entry.path.constData()) == 0;
    if (!isMoved)
        return posix::lastError(entry.path);
    const Status synced = posix::syncFolder(posix::folderOf(entry.path));
    return synced ? base::Result<TakenBack>(TakenBack::Restored) : synced.error();
}

// Without the file's folder, that there are no temporaries means nothing: the server may be gone. It is asked
// last, because it may go at any moment.
Status checkReachable(const JournalEntry &entry)
{
    const QByteArray &path = entry.oldHash.isEmpty() ? posix::folderOf(entry.path) : entry.path;
    return access(path.constData(), F_OK) == 0 ? Status(Unit{}) : posix::lastError(path);
}

QString keptCopyOf(const JournalEntry &entry)
{
    for (const QByteArray &path : {entry.old(), entry.old(true), entry.back()})
        if (access(path.constData(), F_OK) == 0)
            return pathFromBytes(path);
    return {};
}

void recoverCommitting(SaveJournal &journal, RecoveryReport &report)
{
    QList<JournalEntry> finished;
    for (const JournalEntry &entry : journal.entries()) {
        const QString path = pathFromBytes(entry.path);
        const auto taken = takeBack(entry);
        if (!taken) {
            report.files.append(RecoveredFile{path, RecoveredFile::How::Postponed});
        } else if (*taken == TakenBack::ChangedSince) {
            report.files.append(RecoveredFile{path, RecoveredFile::How::ChangedSince, keptCopyOf(entry)});
        } else {
            finished.append(entry);
            if (*taken == TakenBack::Restored)
                report.files.append(RecoveredFile{path, RecoveredFile::How::PutBack});
        }
    }
    const bool isPostponed = std::ranges::any_of(
        report.files, [](const RecoveredFile &file) { return file.how == RecoveredFile::How::Postponed; });
    if (isPostponed)
        return;
    const bool isClean = std::ranges::all_of(
        finished, [](const JournalEntry &entry) { return bool(removeTemporaries(entry)); });
    if (isClean)
        (void)journal.remove();
}

void cleanUp(SaveJournal &journal)
{
    const bool isClean = std::ranges::all_of(
        journal.entries(), [](const JournalEntry &entry) { return bool(removeTemporaries(entry)); });
    // Otherwise it is tried again the next time a folder is opened.
    if (isClean)
        (void)journal.remove();
}

QStringList straysIn(const QByteArray &folder, const QByteArray &stateFolder)
{
    QStringList strays;
    const QList<QByteArray> journals = SaveJournal::journalsIn(stateFolder);
    const auto names = posix::namesIn(folder);
    for (const QByteArray &name : names ? *names : QList<QByteArray>()) {
        const bool isAccountedFor = std::ranges::any_of(
            journals, [&name](const QByteArray &journal) { return name.contains(journalId(journal)); });
        if (isTemporaryName(name) && !isAccountedFor)
            strays.append(pathFromBytes(folder + '/' + name));
    }
    strays.sort();
    return strays;
}

} // namespace

base::Result<TakenBack> takeBack(const JournalEntry &entry)
{
    const auto disk = openIfThere(entry.path);
    const bool isOther = !disk && disk.error().code == Error::Code::NotAFile;
    if (isOther)
        return TakenBack::ChangedSince;
    if (!disk)
        return disk.error();
    auto old = openEither(entry.old(), entry.old(true));
    if (!old)
        return old.error();
    if (!*disk) {
        if (entry.oldHash.isEmpty())
            return TakenBack::Nothing;
        const bool isRemoved = *old || access(entry.back().constData(), F_OK) == 0;
        return isRemoved ? base::Result<TakenBack>(TakenBack::ChangedSince)
                         : posix::errorFrom(ENOENT, entry.path);
    }

    const int fd = (*disk)->get();
    const auto hash = posix::hashOf(fd, entry.path);
    if (!hash)
        return hash.error();
    if (*hash == entry.oldHash)
        return TakenBack::Nothing;
    const auto ours = isOurs(entry, fd, *hash, *old);
    if (!ours)
        return ours.error();
    return *ours ? restore(entry, *old) : TakenBack::ChangedSince;
}

Status overwrite(const QByteArray &path, int source)
{
    const auto file = posix::open(path, O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY);
    if (!file)
        return file.error();
    const auto wanted = posix::status(source, path);
    if (!wanted)
        return wanted.error();
    if (Status copied = posix::copy(source, file->get(), path); !copied)
        return copied;
    if (ftruncate(file->get(), wanted->st_size) < 0)
        return posix::lastError(path);
    if (Status synced = posix::sync(file->get(), path); !synced)
        return synced;

    const auto written = posix::openToRead(path);
    if (!written)
        return written.error();
    const auto isSame = posix::holdSame(written->get(), source, path);
    if (!isSame)
        return isSame.error();
    return *isSame ? Status(Unit{}) : posix::errorFrom(EIO, path);
}

Status removeTemporaries(const JournalEntry &entry)
{
    Status result = Unit{};
    for (const QByteArray &path : entry.temporaries())
        if (Status removed = posix::remove(path); !removed)
            result = removed;
    return result ? checkReachable(entry) : result;
}

Status removeBack(const JournalEntry &entry)
{
    const Status removed = posix::remove(entry.back());
    return removed ? checkReachable(entry) : removed;
}

base::Result<RecoveryReport> recoverSaves(const QByteArray &stateFolder, const QByteArray &folder)
{
    RecoveryReport report;
    for (const QByteArray &path : SaveJournal::journalsIn(stateFolder)) {
        auto taken = SaveJournal::takeOver(path);
        if (!taken)
            return taken.error();
        std::optional<SaveJournal> journal = std::move(taken).value();
        if (!journal)
            continue;
        if (journal->phase() == SaveJournal::Phase::Committing)
            recoverCommitting(*journal, report);
        else
            cleanUp(*journal);
    }
    report.strays = straysIn(folder, stateFolder);
    return report;
}

} // namespace files
