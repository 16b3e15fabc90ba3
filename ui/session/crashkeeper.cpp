// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/crashkeeper.h"

#include "core/base/whendone.h"
#include "core/diff/differences.h"
#include "ui/session/editsession.h"
#include "ui/session/foldersession.h"

#include <QFileInfo>
#include <QtConcurrentRun>

namespace ui {

namespace {

files::Content contentOf(const syntax::Text &text)
{
    files::Content content;
    for (qsizetype i = 0; i < text.chunkCount(); ++i)
        content.append(QByteArray::fromRawData(text.chunk(i)->bytes.data(), text.chunk(i)->bytes.size()));
    return content;
}

files::UnsavedFile unsavedFile(const model::File &before, const model::File &now, CrashKeeper::Hashes &hashes)
{
    files::UnsavedFile unsaved{.path = now.info().path, .openedHash = {}};
    if (!before.info().problem) {
        QByteArray &hash = hashes[unsaved.path];
        if (hash.isEmpty())
            hash = files::hashOf(contentOf(before.text()));
        unsaved.openedHash = hash;
    }
    for (const diff::Difference &difference : diff::differences(before.text(), now.text())) {
        unsaved.ranges.append(files::ReplacedRange{.offset = difference.before.begin,
                                                   .length = difference.before.end - difference.before.begin,
                                                   .bytes = now.text().bytes(difference.after)});
    }
    return unsaved;
}

QList<files::UnsavedFile> unsavedFiles(const model::Snapshot &before, const model::Snapshot &now,
                                       const QList<model::FileId> &changed, CrashKeeper::Hashes &hashes)
{
    QList<files::UnsavedFile> unsaved;
    for (const model::FileId id : changed)
        unsaved.append(unsavedFile(before.file(id), now.file(id), hashes));
    return unsaved;
}

std::optional<model::FileId> fileAt(const QString &path, const model::Snapshot &snapshot)
{
    for (const model::FileId id : snapshot.ids()) {
        if (snapshot.file(id).info().path == path)
            return id;
    }
    return {};
}

model::FileInfo newFile(const QString &path, const model::Snapshot &snapshot)
{
    const QString folder = QFileInfo(snapshot.file(model::FileId::MainCf).info().path).path();
    return folder::missingFile(folder, path, model::FileKind::KeyValue);
}

} // namespace

CrashKeeper::CrashKeeper(EditSession &session, FolderSession &folder,
                         std::shared_ptr<files::CrashJournal> journal, QObject *parent)
    : QObject(parent), m_session(session), m_folder(folder), m_journal(std::move(journal))
{
    constexpr int pauseInTyping = 700; // ms; what a crash can cost
    m_worker.setMaxThreadCount(1);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseInTyping);
    connect(&m_pause, &QTimer::timeout, this, &CrashKeeper::record);
    const auto startIfIdle = [this] {
        if (!m_path.isEmpty() && !m_pause.isActive()) // not put off by the next key
            m_pause.start();
    };
    connect(&session, &EditSession::changed, this, startIfIdle);
    connect(&session, &EditSession::baselineChanged, this, startIfIdle);
    const auto forgetHashes = [this] { m_hashes = std::make_shared<Hashes>(); };
    connect(&session, &EditSession::baselineChanged, this, forgetHashes);
    connect(&session, &EditSession::opened, this, forgetHashes);
    connect(&folder, &FolderSession::opened, this, &CrashKeeper::onOpened);
    connect(&folder, &FolderSession::stateChanged, this, [this] {
        if (m_folder.state() == FolderSession::State::Closed)
            onOpened();
    });
}

CrashKeeper::~CrashKeeper()
{
    m_worker.waitForDone();
    if (!m_path.isEmpty() && !m_journal->clear(m_path))
        qWarning("The notes of unsaved edits could not be removed.");
}

void CrashKeeper::onOpened()
{
    m_pause.stop();
    const QString before = std::exchange(m_path, m_folder.path());
    if (m_path == before) { // read again: what was not saved then was given up, not lost in a crash
        m_pause.start();
        return;
    }
    const auto work = [journal = m_journal, before,
                       now = m_path]() -> base::Result<QList<files::UnsavedEdits>> {
        if (!before.isEmpty()) {
            if (const base::Status cleared = journal->clear(before); !cleared)
                return cleared.error();
        }
        return now.isEmpty() ? QList<files::UnsavedEdits>() : journal->find(now);
    };
    base::whenDone(QtConcurrent::run(&m_worker, work), this,
                   [this, path = m_path](const base::Result<QList<files::UnsavedEdits>> &left) {
                       if (left && !left->isEmpty() && path == m_path)
                           emit found(left->first());
                   });
}

void CrashKeeper::record()
{
    const auto work = [journal = m_journal, path = m_path, before = m_session.baseline(),
                       now = m_session.snapshot(), changed = m_session.changedFiles(), hashes = m_hashes] {
        return journal->record(path, unsavedFiles(before, now, changed, *hashes));
    };
    base::whenDone(QtConcurrent::run(&m_worker, work), this, [this](const base::Status &recorded) {
        if (!recorded && !m_hasFailed)
            emit failed(recorded.error());
        m_hasFailed = !recorded;
    });
}

QStringList CrashKeeper::restore(const files::UnsavedEdits &edits)
{
    QStringList left;
    m_session.edit(tr("Restore unsaved edits"), [&edits, &left](model::Draft &draft) {
        for (const files::UnsavedFile &file : edits.files) {
            auto id = fileAt(file.path, draft.snapshot());
            if (!id && file.openedHash.isEmpty()) // an edit had made it
                id = draft.include(newFile(file.path, draft.snapshot()));
            const QByteArray opened = id ? draft.snapshot().file(*id).text().bytes() : QByteArray();
            const base::Result<QByteArray> restored = files::withEdits(file, opened);
            if (id && restored)
                draft.replace(*id, {0, opened.size()}, *restored);
            else
                left.append(file.path);
        }
    });
    if (left.isEmpty()) {
        record(); // before the old notes go
        discard(edits);
    }
    return left;
}

void CrashKeeper::discard(const files::UnsavedEdits &edits)
{
    const auto work = [journal = m_journal, id = edits.id] { return journal->discard(id); };
    base::whenDone(QtConcurrent::run(&m_worker, work), this, [this](const base::Status &discarded) {
        if (!discarded)
            emit failed(discarded.error());
    });
}

} // namespace ui
