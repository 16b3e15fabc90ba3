// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/folder/conflicts.h"

#include "core/folder/writes.h"

namespace folder {

using base::Result;
using model::FileId;

namespace {

/// By what the file system says about it, without reading it.
bool mayHaveChanged(const files::FileStore &store, const QString &path,
                    const std::optional<files::Fingerprint> &then)
{
    const Result<files::Fingerprint> now = store.fingerprint(path);
    if (!now)
        return now.error().code == base::Error::Code::NotFound && then;
    return !then || !files::isUntouched(*then, *now);
}

Result<QList<Conflict>> merged(const files::FileStore &store, const Opened &opened,
                               const model::Snapshot &snapshot, const QList<files::Write> &writes)
{
    const Result<QList<files::Conflict>> found = store.conflicts(writes);
    if (!found)
        return found.error();
    if (const base::Status mounted = stillMounted(store, opened); !mounted)
        return mounted.error();
    QList<Conflict> all;
    for (const files::Conflict &conflict : *found) {
        const FileId id = fileWithPath(snapshot, conflict.path);
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

} // namespace

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
