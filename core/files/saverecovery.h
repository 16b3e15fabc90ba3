// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/filestore.h"
#include "core/files/savejournal.h"

namespace files {

/// Makes a half-written save of one file undone.
enum class TakenBack {
    Nothing, ///< the file is the old one
    Restored, ///< it was not, and now it is again
    ChangedSince ///< it is neither what was saved nor a mixture of old and new: someone else's, left alone
};

base::Result<TakenBack> takeBack(const JournalEntry &entry);

/// Writes the bytes of the open file `source` into the existing file, keeping all of its attributes: first
/// the bytes, then the length, then the disk, then it is read again and compared.
base::Status overwrite(const QByteArray &path, int source);

/// All temporaries of the entry; as many as can be, if an error stops one. That none is there counts only
/// while the file's folder can be reached.
base::Status removeTemporaries(const JournalEntry &entry);
/// The same where nothing but the old file is left.
base::Status removeBack(const JournalEntry &entry);

/// See FileStore::recoverInterruptedSaves().
base::Result<RecoveryReport> recoverSaves(const QByteArray &stateFolder, const QByteArray &folder);

} // namespace files
