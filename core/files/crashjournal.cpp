// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/crashjournal.h"

#include "core/files/folders.h"
#include "core/files/path.h"

#include <QCborArray>
#include <QDateTime>
#include <QDir>
#include <QRandomGenerator>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace files {

namespace {

using base::Error;
using base::Result;
using base::Status;
using base::Unit;

constexpr int format = 1;
constexpr qsizetype hashSize = 32;
constexpr qsizetype instanceSize = 16;
constexpr char prefix[] = "unsaved-";
constexpr char lockSuffix[] = ".lock";
constexpr char freshSuffix[] = ".new";

// The hash at the end tells a whole record from one that was cut short or is something else.
QByteArray serialized(const QString &folder, const QList<UnsavedFile> &unsaved)
{
    QCborArray files;
    for (const UnsavedFile &file : unsaved) {
        QCborArray ranges;
        for (const ReplacedRange &range : file.ranges)
            ranges.append(QCborArray{range.offset, range.length, range.bytes});
        files.append(QCborArray{pathToBytes(file.path), file.openedHash, ranges});
    }
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const QByteArray bytes = QCborValue(QCborArray{format, pathToBytes(folder), now, files}).toCbor();
    return bytes + hashOf({bytes});
}

std::optional<UnsavedEdits> parsed(const QByteArray &bytes)
{
    if (bytes.size() < hashSize || hashOf({bytes.chopped(hashSize)}) != bytes.last(hashSize))
        return {};
    const QCborArray record = QCborValue::fromCbor(bytes.chopped(hashSize)).toArray();
    if (record.size() != 4 || record.at(0).toInteger() != format)
        return {};
    UnsavedEdits edits;
    edits.folder = pathFromBytes(record.at(1).toByteArray());
    edits.recordedMs = record.at(2).toInteger();
    for (const auto &entry : record.at(3).toArray()) {
        const QCborArray fields = entry.toArray();
        UnsavedFile file{.path = pathFromBytes(fields.at(0).toByteArray()),
                         .openedHash = fields.at(1).toByteArray()};
        for (const auto &value : fields.at(2).toArray()) {
            const QCborArray range = value.toArray();
            file.ranges.append(
                ReplacedRange{range.at(0).toInteger(), range.at(1).toInteger(), range.at(2).toByteArray()});
        }
        edits.files.append(file);
    }
    return edits;
}

// Part of a file name, the same for a folder each time.
QByteArray keyOf(const QString &folder)
{
    return hashOf({pathToBytes(QDir::cleanPath(folder))}).first(8).toHex();
}

Result<QByteArray> contentOf(const QByteArray &path)
{
    const auto file = posix::openToRead(path);
    if (!file)
        return file.error();
    QByteArray bytes;
    const Status read = posix::readAll(file->get(), path, 1 << 20, [&bytes](const QByteArray &block) {
        bytes += block;
        return Unit{};
    });
    return read ? Result<QByteArray>(bytes) : read.error();
}

Status replaceFile(const QByteArray &path, const QByteArray &bytes)
{
    const QByteArray fresh = path + freshSuffix;
    const auto file = posix::open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, 0600);
    if (!file)
        return file.error();
    auto written = [&]() -> Status {
        Status put = posix::writeAll(file->get(), fresh, {bytes}, [](const QByteArray &) { return Unit{}; });
        if (!put)
            return put;
        if (Status synced = posix::sync(file->get(), fresh); !synced)
            return synced;
        return rename(fresh.constData(), path.constData()) == 0 ? Status(Unit{}) : posix::lastError(path);
    }();
    if (!written)
        (void)posix::remove(fresh);
    return written;
}

// A lock file that is missing or can be locked belongs to nobody who still runs.
bool isRunning(const QByteArray &lockPath)
{
    const auto file = posix::open(lockPath, O_RDWR | O_NOFOLLOW);
    return file && flock(file->get(), LOCK_EX | LOCK_NB) < 0 && errno == EWOULDBLOCK;
}

// The lock file of the program that wrote a file of this folder.
QByteArray lockOf(const QByteArray &path)
{
    const qsizetype instanceFrom = path.lastIndexOf(prefix) + qsizetype(qstrlen(prefix));
    return path.first(std::min(instanceFrom + instanceSize, path.size())) + lockSuffix;
}

void removeRemainsOfTheDead(const QByteArray &stateFolder)
{
    const auto names = posix::namesIn(stateFolder);
    for (const QByteArray &name : names ? *names : QList<QByteArray>()) {
        const QByteArray path = stateFolder + '/' + name;
        const bool isRemains =
            name.startsWith(prefix) && (name.endsWith(lockSuffix) || name.endsWith(freshSuffix));
        if (isRemains && !isRunning(lockOf(path)))
            (void)posix::remove(path);
    }
}

} // namespace

Result<QByteArray> withEdits(const UnsavedFile &file, const QByteArray &opened)
{
    const bool isSame = file.openedHash.isEmpty() ? opened.isEmpty() : file.openedHash == hashOf({opened});
    if (!isSame)
        return Error{.code = Error::Code::ChangedOnDisk, .subject = file.path};
    QByteArray content;
    qint64 copied = 0;
    for (const ReplacedRange &range : file.ranges) {
        if (range.offset < copied || range.length < 0 || range.length > opened.size() - range.offset)
            return Error{.code = Error::Code::Malformed, .subject = file.path};
        content += QByteArrayView(opened).sliced(copied, range.offset - copied);
        content += range.bytes;
        copied = range.offset + range.length;
    }
    return content + opened.sliced(copied);
}

CrashJournal::CrashJournal(const QString &stateFolder)
    : m_stateFolder(pathToBytes(stateFolder)),
      m_instance(
          QByteArray::number(QRandomGenerator::system()->generate64(), 16).rightJustified(instanceSize, '0'))
{
}

CrashJournal::~CrashJournal()
{
    if (m_lock)
        (void)posix::remove(m_stateFolder + '/' + prefix + m_instance + lockSuffix);
}

Status CrashJournal::record(const QString &folder, const QList<UnsavedFile> &unsaved)
{
    if (unsaved.isEmpty())
        return clear(folder);
    const QMutexLocker locker(&m_mutex);
    if (Status locked = lock(); !locked)
        return locked;
    const QByteArray name = QByteArray(prefix) + m_instance + '-' + keyOf(folder);
    return replaceFile(m_stateFolder + '/' + name, serialized(folder, unsaved));
}

Status CrashJournal::clear(const QString &folder)
{
    const QMutexLocker locker(&m_mutex);
    return posix::remove(m_stateFolder + '/' + prefix + m_instance + '-' + keyOf(folder));
}

Result<QList<UnsavedEdits>> CrashJournal::find(const QString &folder) const
{
    QList<UnsavedEdits> found;
    const QByteArray suffix = '-' + keyOf(folder);
    const auto names = posix::namesIn(m_stateFolder);
    if (!names && names.error().code == Error::Code::NotFound)
        return found;
    if (!names)
        return names.error();
    for (const QByteArray &name : *names) {
        const bool isRecord = name.startsWith(prefix) && name.endsWith(suffix);
        const bool isOurs = name.startsWith(prefix + m_instance);
        if (!isRecord || isOurs || isRunning(lockOf(m_stateFolder + '/' + name)))
            continue;
        const auto bytes = contentOf(m_stateFolder + '/' + name);
        if (!bytes && bytes.error().code == Error::Code::NotFound)
            continue;
        if (!bytes)
            return bytes.error();
        auto edits = parsed(*bytes);
        if (!edits)
            continue;
        edits->id = pathFromBytes(name);
        found.append(*edits);
    }
    std::ranges::sort(found, std::ranges::greater(), &UnsavedEdits::recordedMs);
    return found;
}

Status CrashJournal::discard(const QString &id)
{
    const QByteArray name = pathToBytes(id);
    Q_ASSERT(name.startsWith(prefix) && !name.contains('/'));
    return posix::remove(m_stateFolder + '/' + name);
}

Status CrashJournal::lock()
{
    if (m_lock)
        return Unit{};
    if (Status made = posix::makePrivateFolder(m_stateFolder); !made)
        return made;
    removeRemainsOfTheDead(m_stateFolder);
    const QByteArray path = m_stateFolder + '/' + prefix + m_instance + lockSuffix;
    for (;;) {
        auto file = posix::open(path, O_RDWR | O_CREAT | O_NOFOLLOW, 0600);
        if (!file)
            return file.error();
        if (flock(file->get(), LOCK_EX) < 0)
            return posix::lastError(path);
        // Another program may have taken the file for that of a dead one before it was locked.
        if (access(path.constData(), F_OK) == 0) {
            m_lock = std::move(file).value();
            return Unit{};
        }
    }
}

} // namespace files
