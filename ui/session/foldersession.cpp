// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/foldersession.h"

#include "core/base/whendone.h"
#include "core/files/path.h"
#include "core/folder/tablereferences.h"
#include "ui/session/editsession.h"

#include <QDir>
#include <QFileInfo>
#include <QtConcurrentRun>

#include <algorithm>
#include <atomic>

namespace ui {

/// Written by the worker, read by the window's timer.
struct FolderSession::Meter
{
    std::atomic<qint64> done = 0;
    std::atomic<qint64> total = 0;
};

namespace {

struct Opening
{
    base::Result<folder::Opened> opened;
    QStringList takenBack = {};
};

struct Saving
{
    base::Result<files::SaveReport> report;
    folder::Opened opened = {}; ///< after the save
};

Opening openFolder(files::FileStore &store, const QString &path, const files::Progress &progress)
{
    QStringList takenBack = {};
    if (const auto recovered = store.recoverInterruptedSaves(path)) {
        for (const files::RecoveredFile &file : recovered->files) {
            if (file.how == files::RecoveredFile::How::PutBack)
                takenBack.append(file.path);
        }
    }
    return {folder::open(store, path, {.progress = progress}), takenBack};
}

model::Snapshot withFiles(model::Snapshot base, const model::Snapshot &from, const QList<model::FileId> &ids)
{
    for (const model::FileId id : ids)
        base = base.with(id, from.file(id));
    return base;
}

} // namespace

FolderSession::FolderSession(EditSession &session, std::shared_ptr<files::FileStore> store, QObject *parent)
    : QObject(parent), m_session(session), m_store(std::move(store))
{
    constexpr int ticksEvery = 100; // ms
    m_tick.setInterval(ticksEvery);
    connect(&m_tick, &QTimer::timeout, this, &FolderSession::progressed);
    constexpr int pauseInTyping = 300; // ms
    m_settle.setSingleShot(true);
    m_settle.setInterval(pauseInTyping);
    connect(&m_settle, &QTimer::timeout, this, &FolderSession::findNamed);
    connect(&session, &EditSession::changed, &m_settle, qOverload<>(&QTimer::start));
    connect(&session, &EditSession::included, this, &FolderSession::catchUp);
}

FolderSession::~FolderSession()
{
    if (m_state == State::Opening)
        m_progress.cancel(); // nobody waits for it; a save runs to its end
}

FolderSession::ReadServerFile FolderSession::serverFiles() const
{
    return [store = m_store, folder = m_path](const QByteArray &path) -> base::Result<QByteArray> {
        const QString seen = folder::localPath(folder, path);
        if (seen.isEmpty() || !store)
            return base::Error{base::Error::Code::NotFound, files::pathFromBytes(path)};
        auto content = store->read(seen, {.limit = folder::Limits().configurationFile});
        if (!content)
            return content.error();
        return content->bytes;
    };
}

bool FolderSession::isReadOnly() const
{
    const QList<model::File> &files = m_session.snapshot().files();
    return m_state != State::Closed && std::none_of(files.begin(), files.end(), [](const model::File &file) {
               return file.info().writable;
           });
}

double FolderSession::progress() const
{
    const qint64 total = m_meter ? m_meter->total.load() : 0;
    return total > 0 ? static_cast<double>(m_meter->done) / static_cast<double>(total) : -1;
}

files::Progress FolderSession::startWork(State state)
{
    m_meter = std::make_shared<Meter>();
    m_progress = files::Progress([meter = m_meter](qint64 done, qint64 total) {
        meter->done = done;
        meter->total = total;
    });
    m_tick.start();
    m_state = state;
    emit stateChanged();
    return m_progress;
}

void FolderSession::endWork(State state)
{
    m_tick.stop();
    m_state = state;
    emit stateChanged();
}

void FolderSession::open(const QString &path)
{
    if (m_state == State::Saving)
        return;
    if (m_state == State::Opening)
        m_progress.cancel();
    const State before = m_path.isEmpty() || m_opened.path.isEmpty() ? State::Closed : State::Open;
    const QString absolute = QDir::cleanPath(QDir::current().absoluteFilePath(path));
    if (before == State::Closed)
        m_path = absolute;
    const files::Progress progress = startWork(State::Opening);
    const auto work = [store = m_store, absolute, progress] {
        return openFolder(*store, absolute, progress);
    };
    base::whenDone(QtConcurrent::run(work), this,
                   [this, before, absolute, turn = ++m_opening](const Opening &result) {
                       if (turn != m_opening)
                           return;
                       if (!result.opened) {
                           if (before == State::Closed)
                               m_path.clear();
                           endWork(before);
                           emit openFailed(absolute, result.opened.error());
                           return;
                       }
                       m_opened = *result.opened;
                       m_path = m_opened.path;
                       m_askedFile = absolute == m_path ? QString() : absolute;
                       m_session.open(m_opened.snapshot);
                       endWork(State::Open);
                       emit opened();
                       if (!result.takenBack.isEmpty())
                           emit interruptedSaveTakenBack(result.takenBack);
                   });
}

void FolderSession::close()
{
    if (isBusy())
        return;
    m_opened = {};
    m_path.clear();
    m_session.open({});
    endWork(State::Closed);
}

void FolderSession::cancel()
{
    m_progress.cancel();
}

void FolderSession::save(const QList<model::FileId> &ids)
{
    if (m_state != State::Open || ids.isEmpty())
        return;
    const files::Progress progress = startWork(State::Saving);
    const model::Snapshot snapshot = m_session.snapshot();
    const auto work = [store = m_store, opened = m_opened, snapshot, ids, progress]() mutable {
        auto report = folder::save(*store, opened, snapshot, ids, progress);
        return Saving{std::move(report), std::move(opened)};
    };
    base::whenDone(QtConcurrent::run(work), this, [this, snapshot, ids](const Saving &result) {
        endWork(State::Open);
        if (!result.report) {
            if (result.report.error().code == base::Error::Code::ChangedOnDisk)
                findConflicts(ids, true);
            else
                emit saveFailed(result.report.error());
            return;
        }
        m_opened = result.opened;
        catchUp();
        markAsThere(ids);
        model::Snapshot baseline = m_session.baseline();
        for (const model::FileId id : ids)
            baseline = baseline.with(id, m_session.snapshot().file(id).withText(snapshot.file(id).text()));
        m_session.setBaseline(baseline);
        QStringList names;
        for (const model::FileId id : ids)
            names.append(snapshot.file(id).info().name);
        emit saved(names);
    });
}

void FolderSession::findConflicts(const QList<model::FileId> &ids, bool whileSaving)
{
    const auto work = [store = m_store, opened = m_opened, snapshot = m_session.snapshot(), ids,
                       whileSaving] {
        return whileSaving ? folder::conflicts(*store, opened, snapshot, ids)
                           : folder::changedOutside(*store, opened, snapshot);
    };
    base::whenDone(QtConcurrent::run(work), this,
                   [this, whileSaving](const base::Result<QList<folder::Conflict>> &conflicts) {
                       if (!whileSaving)
                           m_isLooking = false;
                       if (conflicts && !conflicts->isEmpty())
                           emit conflicted(*conflicts, whileSaving);
                       else if (!conflicts && whileSaving)
                           emit saveFailed(conflicts.error());
                       else if (m_isLookingStale)
                           lookOutside();
                   });
}

void FolderSession::lookOutside()
{
    m_isLookingStale = m_isLooking;
    if (m_state != State::Open || m_isLooking)
        return;
    m_isLooking = true;
    findConflicts({}, false);
}

void FolderSession::takeOver(const QList<folder::Conflict> &conflicts)
{
    m_session.edit(tr("Take over changes made outside"), [&conflicts](model::Draft &draft) {
        for (const folder::Conflict &conflict : conflicts) {
            const qsizetype size = draft.snapshot().file(conflict.file).text().size();
            draft.replace(conflict.file, {0, size}, conflict.merge.bytes);
        }
    });
    acknowledge(conflicts);
}

void FolderSession::keepOurs(const QList<folder::Conflict> &conflicts)
{
    acknowledge(conflicts);
}

/// Files that came into the configuration since it was opened: not on disk, or findNamed() says more.
void FolderSession::catchUp()
{
    if (m_state == State::Closed || m_state == State::Saving)
        return;
    const QList<model::File> &files = m_session.baseline().files();
    for (qsizetype i = m_opened.snapshot.files().size(); i < files.size(); ++i) {
        m_opened.snapshot = m_opened.snapshot.including(files[i]);
        m_opened.fingerprints.append(std::nullopt);
    }
}

/// Files that were missing have been made.
void FolderSession::markAsThere(const QList<model::FileId> &ids)
{
    for (const model::FileId id : ids) {
        model::FileInfo info = m_session.snapshot().file(id).info();
        const bool wasMissing = info.problem && info.problem->code == base::Error::Code::NotFound;
        if (!wasMissing || !m_opened.fingerprints[static_cast<qsizetype>(id)])
            continue;
        info.problem.reset();
        m_session.describe(id, info);
        m_opened.snapshot = m_opened.snapshot.with(id, model::File(info, m_opened.snapshot.file(id).text()));
    }
}

/// Reads tables that are on disk and that the configuration has come to name.
void FolderSession::findNamed()
{
    if (m_state != State::Open || m_isReading)
        return;
    const model::Snapshot &snapshot = m_session.snapshot();
    const QByteArray there = folder::configDirectory(m_path);
    QList<std::pair<QString, model::FileKind>> wanted;
    for (const folder::TableReference &reference :
         folder::tableReferences(snapshot.mainCf(), snapshot.masterCf(), there)) {
        const QString path = folder::localPath(m_path, reference.path);
        const auto isOpen = [&](const model::File &file) { return file.info().path == path; };
        if (!path.isEmpty() && std::none_of(snapshot.files().begin(), snapshot.files().end(), isOpen))
            wanted.append({path, reference.kind});
    }
    if (wanted.isEmpty())
        return;
    m_isReading = true;
    const auto work = [store = m_store, folder = m_path, wanted] {
        QList<folder::Found> found;
        for (const auto &[path, kind] : wanted) {
            const folder::Found one = folder::readFile(*store, folder, path, kind);
            if (one.fingerprint || one.file.info().problem->code != base::Error::Code::NotFound)
                found.append(one);
        }
        return found;
    };
    base::whenDone(QtConcurrent::run(work), this,
                   [this, turn = m_opening](const QList<folder::Found> &found) {
                       m_isReading = false;
                       if (turn != m_opening || m_state != State::Open) {
                           m_settle.start();
                           return;
                       }
                       for (const folder::Found &one : found)
                           include(one);
                   });
}

void FolderSession::include(const folder::Found &found)
{
    const QList<model::File> &files = m_session.snapshot().files();
    const bool isKnown = std::any_of(files.begin(), files.end(), [&](const model::File &file) {
        return file.info().path == found.file.info().path;
    });
    if (isKnown) // an edit was quicker
        return;
    m_session.include(found.file);
    m_opened.fingerprints.last() = found.fingerprint;
}

void FolderSession::acknowledge(const QList<folder::Conflict> &conflicts)
{
    m_opened = folder::acknowledged(m_opened, conflicts);
    QList<model::FileId> ids;
    for (const folder::Conflict &conflict : conflicts)
        ids.append(conflict.file);
    m_session.setBaseline(withFiles(m_session.baseline(), m_opened.snapshot, ids));
}

} // namespace ui
