// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/folder/saving.h"

#include <algorithm>

namespace folder {

namespace {

using base::Result;
using model::FileId;

/// The chunks as they are; they live as long as the text does.
files::Content contentOf(const syntax::Text &text)
{
    files::Content content;
    content.reserve(text.chunkCount());
    for (qsizetype i = 0; i < text.chunkCount(); ++i) {
        const QByteArrayView bytes = text.chunk(i)->bytes;
        content.append(QByteArray::fromRawData(bytes.data(), bytes.size()));
    }
    return content;
}

QList<files::Write> writesFor(const Opened &opened, const model::Snapshot &snapshot, const QList<FileId> &ids)
{
    QList<files::Write> writes;
    for (const FileId id : ids) {
        const model::File &file = snapshot.file(id);
        const model::File &before = opened.snapshot.file(id);
        if (!file.isEditable() || file.text() == before.text())
            continue;
        files::Write write{.path = file.info().path, .content = contentOf(file.text())};
        write.opened = opened.fingerprints[static_cast<qsizetype>(id)];
        if (write.opened)
            write.openedContent = contentOf(before.text());
        writes.append(write);
    }
    return writes;
}

qsizetype indexOfPath(const model::Snapshot &snapshot, const QString &path)
{
    const auto &all = snapshot.files();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const model::File &file) { return file.info().path == path; });
    Q_ASSERT(found != all.end());
    return found - all.begin();
}

} // namespace

Result<files::SaveReport> save(files::FileStore &store, Opened &opened, const model::Snapshot &snapshot,
                               const QList<FileId> &ids, const files::Progress &progress)
{
    const QList<files::Write> writes = writesFor(opened, snapshot, ids);
    if (writes.isEmpty())
        return files::SaveReport{};
    Result<files::SaveReport> report = store.save(writes, progress);
    if (!report)
        return report;
    for (const files::SavedFile &saved : report->files) {
        const qsizetype index = indexOfPath(snapshot, saved.path);
        opened.fingerprints[index] = saved.fingerprint;
        opened.snapshot = opened.snapshot.with(static_cast<FileId>(index), snapshot.files()[index]);
    }
    return report;
}

Result<QList<Conflict>> conflicts(files::FileStore &store, const Opened &opened,
                                  const model::Snapshot &snapshot, const QList<FileId> &ids)
{
    const Result<QList<files::Conflict>> found = store.conflicts(writesFor(opened, snapshot, ids));
    if (!found)
        return found.error();
    QList<Conflict> all;
    for (const files::Conflict &conflict : *found) {
        const auto id = static_cast<FileId>(indexOfPath(snapshot, conflict.path));
        Conflict one{.file = id, .isRemoved = !conflict.disk};
        if (conflict.disk) {
            one.disk = conflict.disk->bytes;
            one.fingerprint = conflict.disk->fingerprint;
        }
        const Result<diff::Merge> merge =
            diff::merge(opened.snapshot.file(id).text().bytes(), snapshot.file(id).text().bytes(), one.disk);
        if (!merge)
            return merge.error();
        one.merge = *merge;
        all.append(one);
    }
    return all;
}

Opened acknowledged(const Opened &opened, const QList<Conflict> &conflicts)
{
    Opened next = opened;
    for (const Conflict &conflict : conflicts) {
        const model::File &file = opened.snapshot.file(conflict.file);
        const syntax::Text disk(conflict.disk, file.text().layout());
        next.snapshot = next.snapshot.with(conflict.file, file.withText(disk));
        next.fingerprints[static_cast<qsizetype>(conflict.file)] = conflict.fingerprint;
    }
    return next;
}

} // namespace folder
