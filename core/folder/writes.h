// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/folder/opening.h"

namespace folder {

/// What a store is given to write that file of `snapshot`, and to compare with what was opened. The content
/// lives as long as the two snapshots.
files::Write writeFor(const Opened &opened, const model::Snapshot &snapshot, model::FileId id);
/// The same for those of `ids` that may be edited and were.
QList<files::Write> writesFor(const Opened &opened, const model::Snapshot &snapshot,
                              const QList<model::FileId> &ids);
/// When a mount goes, an empty folder or none is left in its place: its files are not removed, and what
/// belongs on the server must not be written here. Then an Unreachable error.
base::Status stillMounted(const files::FileStore &store, const Opened &opened);
/// The file with that path, which is one of the snapshot's.
model::FileId fileWithPath(const model::Snapshot &snapshot, const QString &path);

} // namespace folder
