// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/diff/merge.h"
#include "core/folder/opening.h"

namespace folder {

/// One file that changed on disk since it was opened, and what becomes of it when both changes are taken.
struct Conflict
{
    model::FileId file = model::FileId::MainCf;
    bool isRemoved = false; ///< it is no longer there; `disk` is empty
    QByteArray disk = {};
    std::optional<files::Fingerprint> fingerprint = {}; ///< of `disk`
    diff::Merge merge = {}; ///< of ours and what is on disk, both since it was opened
};

/// The files that save() would refuse as ChangedOnDisk.
base::Result<QList<Conflict>> conflicts(files::FileStore &store, const Opened &opened,
                                        const model::Snapshot &snapshot, const QList<model::FileId> &ids);

/// The files of the folder, changed here or not, that somebody else has changed or removed since they were
/// opened. Only those are read that do not look untouched.
base::Result<QList<Conflict>> changedOutside(files::FileStore &store, const Opened &opened,
                                             const model::Snapshot &snapshot);

/// `opened` with what is on disk now as what was read, so that the next save() compares with that.
Opened acknowledged(const Opened &opened, const QList<Conflict> &conflicts);

} // namespace folder
