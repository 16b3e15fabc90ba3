// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/folder/saving.h"

#include "core/folder/writes.h"

namespace folder {

using base::Result;
using model::FileId;

Result<files::SaveReport> save(files::FileStore &store, Opened &opened, const model::Snapshot &snapshot,
                               const QList<FileId> &ids, const files::Progress &progress)
{
    const QList<files::Write> writes = writesFor(opened, snapshot, ids);
    if (writes.isEmpty())
        return files::SaveReport{};
    if (const base::Status mounted = stillMounted(store, opened); !mounted)
        return mounted.error();
    Result<files::SaveReport> report = store.save(writes, progress);
    if (!report)
        return report;
    for (const files::SavedFile &saved : report->files) {
        const FileId id = fileWithPath(snapshot, saved.path);
        opened.fingerprints[static_cast<qsizetype>(id)] = saved.fingerprint;
        opened.snapshot = opened.snapshot.with(id, snapshot.file(id));
    }
    return report;
}

} // namespace folder
