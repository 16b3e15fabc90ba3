// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/savejournal.h"

#include "core/files/folders.h"

#include <QCborArray>
#include <QCborMap>
#include <QRandomGenerator>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace files {

namespace {

using base::Status;
using base::Unit;

constexpr char temporaryPrefix[] = ".postwright-save-";
constexpr char journalPrefix[] = "save-";

constexpr std::array<QByteArrayView, 3> phaseSuffixes = {".preparing", ".committing", ".done"};

QByteArray suffixOf(SaveJournal::Phase phase)
{
    return phaseSuffixes.at(static_cast<size_t>(phase)).toByteArray();
}

QByteArray serialized(const QList<JournalEntry> &entries)
{
    QCborArray list;
    for (const JournalEntry &entry : entries)
        list.append(QCborArray{entry.path, entry.oldHash, entry.newHash, entry.beside, entry.apart});
    return QCborValue(QCborArray{1, list}).toCbor();
}

// A journal cut short was never acted upon: it says nothing.
QList<JournalEntry> parsed(const QByteArray &bytes)
{
    QList<JournalEntry> entries;
    const QCborArray journal = QCborValue::fromCbor(bytes).toArray();
    if (journal.size() != 2 || journal.at(0).toInteger() != 1)
        return {};
    for (const auto &value : journal.at(1).toArray()) {
        const QCborArray fields = value.toArray();
        entries.append(JournalEntry{.path = fields.at(0).toByteArray(),
                                    .oldHash = fields.at(1).toByteArray(),
                                    .newHash = fields.at(2).toByteArray(),
                                    .beside = fields.at(3).toByteArray(),
                                    .apart = fields.at(4).toByteArray()});
    }
    return entries;
}

// Entries only ever get longer, so that what is written covers what was there.
Status writeEntries(int fd, const QByteArray &path, const QList<JournalEntry> &entries)
{
    return posix::writeAll(fd, path, {serialized(entries)}, [](const QByteArray &) { return Unit{}; });
}

} // namespace

bool isTemporaryName(QByteArrayView name)
{
    return name.startsWith(temporaryPrefix);
}

QByteArray journalId(const QByteArray &journalPath)
{
    const qsizetype from = journalPath.lastIndexOf('/') + 1 + qsizetype(qstrlen(journalPrefix));
    return journalPath.sliced(from, journalPath.lastIndexOf('.') - from);
}

QList<QByteArray> JournalEntry::temporaries() const
{
    return {staged(), back(), old(), unfinished(), staged(true), old(true), unfinished(true)};
}

SaveJournal::SaveJournal(posix::FileDescriptor file, QByteArray base, Phase phase,
                         QList<JournalEntry> entries)
    : m_file(std::move(file)), m_base(std::move(base)), m_phase(phase), m_entries(std::move(entries))
{
}

base::Result<SaveJournal> SaveJournal::begin(const QByteArray &stateFolder, const QList<QByteArray> &paths)
{
    if (Status made = posix::makePrivateFolder(stateFolder); !made)
        return made.error();
    const QByteArray id =
        QByteArray::number(QRandomGenerator::system()->generate64(), 16).rightJustified(16, '0');
    const QByteArray base = stateFolder + '/' + journalPrefix + id;
    QList<JournalEntry> entries;
    for (const QByteArray &file : paths) {
        const QByteArray number = '-' + QByteArray::number(entries.size());
        entries.append(JournalEntry{.path = file,
                                    .beside = posix::folderOf(file) + '/' + temporaryPrefix + id + number,
                                    .apart = base + number});
    }

    const QByteArray path = base + suffixOf(Phase::Preparing);
    auto file = posix::open(path, O_RDWR | O_CREAT | O_EXCL, 0600);
    if (!file)
        return file.error();
    const int fd = file->get();
    SaveJournal journal(std::move(file).value(), base, Phase::Preparing, std::move(entries));
    auto written = flock(fd, LOCK_EX | LOCK_NB) < 0 ? Status(posix::lastError(path))
                                                    : writeEntries(fd, path, journal.m_entries);
    if (written)
        return journal;
    unlink(path.constData());
    return written.error();
}

base::Result<std::optional<SaveJournal>> SaveJournal::takeOver(const QByteArray &path)
{
    auto file = posix::open(path, O_RDWR | O_NOFOLLOW);
    if (!file && file.error().code == base::Error::Code::NotFound)
        return std::optional<SaveJournal>();
    if (!file)
        return file.error();
    if (flock(file->get(), LOCK_EX | LOCK_NB) < 0 && errno == EWOULDBLOCK)
        return std::optional<SaveJournal>();
    // The save may have moved on to its next phase between our looking at the folder and our lock.
    if (access(path.constData(), F_OK) < 0)
        return std::optional<SaveJournal>();

    QByteArray bytes;
    const Status read = posix::readAll(file->get(), path, 1 << 16, [&bytes](const QByteArray &block) {
        bytes += block;
        return Unit{};
    });
    if (!read)
        return read.error();
    const qsizetype dot = path.lastIndexOf('.');
    const auto suffix = std::ranges::find(phaseSuffixes, QByteArrayView(path).sliced(dot));
    const auto phase = static_cast<Phase>(suffix - phaseSuffixes.begin());
    return std::optional<SaveJournal>(
        SaveJournal(std::move(file).value(), path.first(dot), phase, parsed(bytes)));
}

QList<QByteArray> SaveJournal::journalsIn(const QByteArray &stateFolder)
{
    QList<QByteArray> journals;
    const auto names = posix::namesIn(stateFolder);
    for (const QByteArray &name : names ? *names : QList<QByteArray>()) {
        const bool isJournal = name.startsWith(journalPrefix)
            && std::ranges::any_of(phaseSuffixes,
                                   [&name](QByteArrayView suffix) { return name.endsWith(suffix); });
        if (isJournal)
            journals.append(stateFolder + '/' + name);
    }
    return journals;
}

Status SaveJournal::commit(QList<JournalEntry> entries)
{
    m_entries = std::move(entries);
    const QByteArray path = m_base + suffixOf(m_phase);
    if (Status written = writeEntries(m_file.get(), path, m_entries); !written)
        return written;
    if (Status synced = posix::sync(m_file.get(), path); !synced)
        return synced;
    if (Status advanced = advance(Phase::Committing); !advanced)
        return advanced;
    return posix::syncFolder(posix::folderOf(m_base));
}

Status SaveJournal::finish()
{
    Status advanced = advance(Phase::Done);
    if (advanced)
        (void)posix::syncFolder(posix::folderOf(m_base));
    return advanced;
}

Status SaveJournal::advance(Phase phase)
{
    const QByteArray from = m_base + suffixOf(m_phase);
    if (rename(from.constData(), (m_base + suffixOf(phase)).constData()) < 0)
        return posix::lastError(from);
    m_phase = phase;
    return Unit{};
}

Status SaveJournal::remove()
{
    return posix::remove(m_base + suffixOf(m_phase));
}

} // namespace files
