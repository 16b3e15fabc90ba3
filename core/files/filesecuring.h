// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/savejournal.h"
#include "core/files/saveplan.h"

namespace files {

/// Secures the old file under the name entry.back(), so that a rename takes the save back. False where
/// neither a hard link nor a copy with the same attributes is possible.
base::Result<bool> keepBack(PlannedFile &plan, const JournalEntry &entry);

/// Secures the old bytes under the name entry.old(isApart): there once it is complete, on disk and compared.
base::Status keepOld(PlannedFile &plan, const JournalEntry &entry, bool isApart);

/// Finds out, without changing a byte, whether the file can be overwritten: may it be opened, is its length
/// ours to change, is there room for `size` bytes.
base::Status tryInPlace(PlannedFile &plan, qint64 size);

} // namespace files
