// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/savetransaction.h"

#include "core/files/filesecuring.h"
#include "core/files/folders.h"
#include "core/files/path.h"
#include "core/files/saverecovery.h"

#include <QCoreApplication>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace files {

namespace {

using base::Error;
using base::Status;
using base::Unit;
using How = SavedFile::How;

bool isSameFile(const Fingerprint &one, const Fingerprint &other)
{
    return one.links > 0 && other.links > 0 && one.device == other.device && one.inode == other.inode;
}

// The last moment to notice that someone else was quicker.
Status checkUntouched(const PlannedFile &plan)
{
    struct stat now = {};
    const bool isThere = lstat(plan.path.constData(), &now) == 0;
    if (!isThere && errno != ENOENT)
        return posix::lastError(plan.path);
    const bool isExpected =
        plan.how == How::Created ? !isThere : isThere && isUntouched(plan.disk, posix::fingerprintOf(now));
    if (isExpected)
        return Unit{};
    return Error{.code = Error::Code::ChangedOnDisk, .subject = displayPath(plan.path)};
}

// Some file systems do not know how to refuse an existing name; checkUntouched() has looked just before.
bool moveToNewName(const QByteArray &from, const QByteArray &to)
{
    if (renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), RENAME_NOREPLACE) == 0)
        return true;
    return (errno == EINVAL || errno == ENOSYS) && rename(from.constData(), to.constData()) == 0;
}

Status syncAll(QList<QByteArray> folders)
{
    std::ranges::sort(folders);
    folders.erase(std::unique(folders.begin(), folders.end()), folders.end());
    for (const QByteArray &folder : std::as_const(folders))
        if (Status synced = posix::syncFolder(folder); !synced)
            return synced;
    return Unit{};
}

} // namespace

SaveTransaction::SaveTransaction(QByteArray stateFolder, const QList<Write> &writes, Progress progress)
    : m_stateFolder(std::move(stateFolder)), m_writes(writes), m_progress(std::move(progress))
{
}

base::Result<SaveReport> SaveTransaction::run()
{
    if (Status planned = planAll(); !planned)
        return planned.error();
    if (m_items.empty())
        return report();

    QList<QByteArray> paths;
    for (const Item &item : m_items)
        paths.append(item.plan.path);
    auto begun = SaveJournal::begin(m_stateFolder, paths);
    if (!begun)
        return begun.error();
    m_journal = std::move(begun).value();
    for (size_t i = 0; i < m_items.size(); ++i)
        m_items[i].entry = m_journal->entries()[static_cast<qsizetype>(i)];

    Status status = prepare();
    if (status && !isAtomic())
        status = beginCommitting();
    if (status)
        status = commit();
    auto saved = status ? report() : base::Result<SaveReport>(status.error());
    if (saved && m_journal->phase() == SaveJournal::Phase::Committing) {
        status = m_journal->finish();
        if (!status)
            saved = status.error();
    }
    if (!saved)
        return takenBack(saved.error());
    cleanUp();
    return saved;
}

Status SaveTransaction::planAll()
{
    for (const Write &write : m_writes) {
        if (m_progress.isCancelled())
            return Error{.code = Error::Code::Cancelled, .subject = write.path};
        auto planned = plan(write);
        if (!planned)
            return planned.error();
        PlannedFile file = std::move(planned).value();
        const auto twin = std::ranges::find_if(m_items, [&file](const Item &item) {
            return item.plan.path == file.path || isSameFile(item.plan.disk, file.disk);
        });
        if (twin != m_items.end() && hashOf(twin->write->content) != hashOf(write.content)) {
            const QString text = QCoreApplication::translate(
                "files", "It is the same file as “%1”, but was edited differently there.");
            return Error{.code = Error::Code::Other,
                         .subject = displayPath(file.path),
                         .detail = text.arg(twin->write->path)};
        }
        m_files.append(SavedFile{.path = write.path, .how = file.how});
        if (twin != m_items.end() || file.how == How::Unchanged)
            continue;
        m_bytesTotal += sizeOf(write.content);
        m_items.push_back(Item{.plan = std::move(file), .write = &write});
    }
    return Unit{};
}

Status SaveTransaction::prepare()
{
    QList<QByteArray> folders;
    for (Item &item : m_items) {
        if (Status staged = stage(item); !staged)
            return staged;
        if (Status secured = secure(item); !secured)
            return secured;
        folders.append(item.isOldApart ? m_stateFolder : posix::folderOf(item.plan.path));
    }
    return isAtomic() ? Status(Unit{}) : syncAll(folders);
}

Status SaveTransaction::stage(Item &item)
{
    // What is to be renamed is private until it is complete; a new file gets its mode from umask and folder.
    const bool isNew = item.plan.how == How::Created;
    const mode_t mode = isNew && !item.write->isSecret ? 0644 : 0600;
    QByteArray path = item.entry.staged();
    auto file = posix::open(path, O_RDWR | O_CREAT | O_EXCL, mode);
    if (!file && posix::wasRefused() && !isNew) {
        item.isApart = true;
        item.plan.how = How::WrittenInPlace;
        path = item.entry.staged(true);
        file = posix::open(path, O_RDWR | O_CREAT | O_EXCL, mode);
    }
    if (!file)
        return file.error();
    item.staged = std::move(file).value();
    return fillStaged(item, path);
}

Status SaveTransaction::fillStaged(Item &item, const QByteArray &path)
{
    const auto written = [this, &path](const QByteArray &block) -> Status {
        m_bytesDone += block.size();
        m_progress.report(m_bytesDone, m_bytesTotal);
        if (m_progress.isCancelled())
            return Error{.code = Error::Code::Cancelled, .subject = displayPath(path)};
        return Unit{};
    };
    if (Status put = posix::writeAll(item.staged.get(), path, item.write->content, written); !put)
        return put;
    if (item.plan.how == How::Replaced) {
        const auto isGiven = giveAttributes(item.staged.get(), path, item.plan.attributes);
        if (!isGiven)
            return isGiven.error();
        if (!*isGiven)
            item.plan.how = How::WrittenInPlace;
    }
    return posix::sync(item.staged.get(), path);
}

Status SaveTransaction::secure(Item &item)
{
    if (item.plan.how == How::Created)
        return Unit{};
    if (item.plan.how == How::Replaced) {
        const auto isKept = keepBack(item.plan, item.entry);
        if (!isKept)
            return isKept.error();
        if (*isKept) {
            // Over an open file a network file system renames by putting that aside first, under a name of
            // its own.
            item.plan.file = posix::FileDescriptor();
            return Unit{};
        }
        item.plan.how = How::WrittenInPlace;
    }
    if (Status kept = keepOldBytes(item); !kept)
        return kept;
    return tryInPlace(item.plan, sizeOf(item.write->content));
}

Status SaveTransaction::keepOldBytes(Item &item)
{
    item.isOldApart = item.isApart;
    Status kept = keepOld(item.plan, item.entry, item.isOldApart);
    if (kept || item.isOldApart || !posix::wasRefused())
        return kept;
    // A server that renames nothing at all. The half made copy is removed with the other temporaries.
    item.isOldApart = true;
    return keepOld(item.plan, item.entry, true);
}

bool SaveTransaction::isAtomic() const
{
    return m_items.size() == 1 && m_items.front().plan.how != How::WrittenInPlace;
}

Status SaveTransaction::findHashes()
{
    for (Item &item : m_items) {
        item.entry.newHash = hashOf(item.write->content);
        if (item.plan.how == How::Created)
            continue;
        posix::FileDescriptor &old = item.plan.file;
        if (old.get() < 0) {
            auto back = posix::openToRead(item.entry.back());
            if (!back)
                return back.error();
            old = std::move(back).value();
        }
        const auto hash = posix::hashOf(old.get(), item.plan.path);
        if (!hash)
            return hash.error();
        item.entry.oldHash = *hash;
        if (item.plan.how == How::Replaced)
            old = posix::FileDescriptor();
    }
    return Unit{};
}

Status SaveTransaction::beginCommitting()
{
    if (m_journal->phase() == SaveJournal::Phase::Committing)
        return Unit{};
    if (Status found = findHashes(); !found)
        return found;
    QList<JournalEntry> entries;
    for (const Item &item : m_items)
        entries.append(item.entry);
    return m_journal->commit(entries);
}

Status SaveTransaction::commit()
{
    QList<QByteArray> folders;
    for (Item &item : m_items) {
        if (m_progress.isCancelled())
            return Error{.code = Error::Code::Cancelled, .subject = displayPath(item.plan.path)};
        if (Status untouched = checkUntouched(item.plan); !untouched)
            return untouched;
        m_isTouched = true;
        if (Status put = putInPlace(item); !put)
            return put;
        if (item.plan.how != How::WrittenInPlace)
            folders.append(posix::folderOf(item.plan.path));
    }
    return syncAll(folders);
}

Status SaveTransaction::putInPlace(Item &item)
{
    const QByteArray staged = item.entry.staged();
    const QByteArray &path = item.plan.path;
    if (item.plan.how == How::Created)
        return moveToNewName(staged, path) ? Status(Unit{}) : posix::lastError(path);
    if (item.plan.how == How::Replaced) {
        if (rename(staged.constData(), path.constData()) == 0)
            return Unit{};
        if (!posix::wasRefused())
            return posix::lastError(path);
        // A folder with the sticky bit, a file that is a mount of its own, a server that will not.
        auto old = posix::openToRead(path);
        if (!old)
            return old.error();
        item.plan.file = std::move(old).value();
        item.plan.how = How::WrittenInPlace;
        if (Status kept = keepOldBytes(item); !kept)
            return kept;
        const QByteArray folder = item.isOldApart ? m_stateFolder : posix::folderOf(path);
        if (Status synced = posix::syncFolder(folder); !synced)
            return synced;
        if (Status begun = beginCommitting(); !begun)
            return begun;
    }
    return overwrite(path, item.staged.get());
}

Error SaveTransaction::takenBack(Error error)
{
    const bool isCommitting = m_journal->phase() == SaveJournal::Phase::Committing;
    // A single rename is taken back without the journal, which does not know the hashes then.
    bool isBack = !m_isTouched || isCommitting || findHashes();
    for (const Item &item : m_items)
        isBack = isBack && (!m_isTouched || takeBack(item.entry));
    if (!isBack) {
        const QString text = isCommitting
            ? QCoreApplication::translate(
                "files", "What was there before is kept and put back when the folder is opened again.")
            : QCoreApplication::translate(
                "files", "It may hold the new content already: open the folder again to see.");
        error.detail = error.detail.isEmpty() ? text : error.detail + QStringLiteral(". ") + text;
        return error;
    }
    const bool isClean = std::ranges::all_of(m_items, [](const Item &item) {
        return removeTemporaries(item.entry)
            || item.staged.get() < 0; // nothing was made where nothing is staged
    });
    if (isClean)
        (void)m_journal->remove();
    return error;
}

// What can't be removed now stays in the journal and is removed when a folder is opened.
void SaveTransaction::cleanUp()
{
    const bool isClean = std::ranges::all_of(m_items, [](Item &item) {
        // What is removed while it is open, a network file system only renames, for as long as it is open.
        item.staged = posix::FileDescriptor();
        item.plan.file = posix::FileDescriptor();
        if (item.plan.how == How::Created)
            return true;
        const Status removed =
            item.plan.how == How::Replaced ? removeBack(item.entry) : removeTemporaries(item.entry);
        return bool(removed);
    });
    if (isClean)
        (void)m_journal->remove();
}

base::Result<SaveReport> SaveTransaction::report() const
{
    SaveReport report{m_files};
    for (SavedFile &file : report.files) {
        const QByteArray path = pathToBytes(file.path);
        struct stat status = {};
        if (stat(path.constData(), &status) < 0)
            return posix::lastError(path);
        file.fingerprint = posix::fingerprintOf(status);
    }
    for (const Item &item : m_items) {
        const auto index = item.write - m_writes.constData();
        report.files[index].how = item.plan.how;
    }
    return report;
}

} // namespace files
