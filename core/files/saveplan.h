// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/attributes.h"
#include "core/files/filestore.h"
#include "core/files/posix.h"

namespace files {

/// What is to be done to one file, found out without changing anything.
struct PlannedFile
{
    QByteArray path; ///< links followed; the folder part is left to the system
    SavedFile::How how = SavedFile::How::Unchanged;
    Fingerprint disk = {}; ///< as it was when it was compared; links is 0 for a new file
    Attributes attributes = {};
    posix::FileDescriptor file = posix::FileDescriptor(); ///< the file that was compared; none for a new one
};

/// Compares the disk with what was opened and with what is to be written.
base::Result<PlannedFile> plan(const Write &write);

/// What the path leads to through symbolic links, whether or not that exists. A circle is
/// Error::Code::NotAFile.
base::Result<QByteArray> followLinks(QByteArray path);

} // namespace files
