// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/folder/opening.h"

namespace folder {

/// Writes the given files of `snapshot`, all of them or none; blocks, for a worker thread. `opened` is the
/// folder as it was read or last saved; on success it is that of the saved files. A file that is on disk
/// neither as it was opened nor as it is to become ends it with ChangedOnDisk: see conflicts(). Nothing is
/// written where nothing changed.
base::Result<files::SaveReport> save(files::FileStore &store, Opened &opened, const model::Snapshot &snapshot,
                                     const QList<model::FileId> &ids, const files::Progress &progress = {});

} // namespace folder
