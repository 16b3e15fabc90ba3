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

files::Write writeFor(const Opened &opened, const model::Snapshot &snapshot, FileId id)
{
    const model::File &file = snapshot.file(id);
    files::Write write{.path = file.info().path, .content = contentOf(file.text())};
    write.opened = opened.fingerprints[static_cast<qsizetype>(id)];
    if (write.opened)
        write.openedContent = contentOf(opened.snapshot.file(id).text());
    return write;
}

QList<files::Write> writesFor(const Opened &opened, const model::Snapshot &snapshot, const QList<FileId> &ids)
{
    QList<files::Write> writes;
    for (const FileId id : ids) {
        const model::File &file = snapshot.file(id);
        if (file.isEditable() && !(file.text() == opened.snapshot.file(id).text()))
            writes.append(writeFor(opened, snapshot, id));
    }
    return writes;
}

/// By what the file system says about it, without reading it.
bool mayHaveChanged(const files::FileStore &store, const QString &path,
                    const std::optional<files::Fingerprint> &then)
{
    const Result<files::Fingerprint> now = store.fingerprint(path);
    if (!now)
        return now.error().code == base::Error::Code::NotFound && then;
    return !then || !files::isUntouched(*then, *now);
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

static Result<QList<Conflict>> merged(const files::FileStore &store, const Opened &opened,
                                      const model::Snapshot &snapshot, const QList<files::Write> &writes)
{
    const Result<QList<files::Conflict>> found = store.conflicts(writes);
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

Result<QList<Conflict>> conflicts(files::FileStore &store, const Opened &opened,
                                  const model::Snapshot &snapshot, const QList<FileId> &ids)
{
    return merged(store, opened, snapshot, writesFor(opened, snapshot, ids));
}

Result<QList<Conflict>> changedOutside(files::FileStore &store, const Opened &opened,
                                       const model::Snapshot &snapshot)
{
    QList<files::Write> writes;
    for (const FileId id : snapshot.ids()) {
        const model::File &file = snapshot.file(id);
        if (file.isEditable()
            && mayHaveChanged(store, file.info().path, opened.fingerprints[static_cast<qsizetype>(id)]))
            writes.append(writeFor(opened, snapshot, id));
    }
    return merged(store, opened, snapshot, writes);
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
