// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>

/// Folders, as posix.h does files.
namespace files::posix {

/// The part of a path before its last name.
QByteArray folderOf(const QByteArray &path);

/// In no order, without "." and "..".
base::Result<QList<QByteArray>> namesIn(const QByteArray &folder);

/// The topmost folder of the file system that an existing folder is on, without symbolic links.
base::Result<QByteArray> mountPointOf(const QByteArray &folder);

/// Makes what is missing of it, for this user alone.
base::Status makePrivateFolder(const QByteArray &folder);

/// Until the disk has the names in it.
base::Status syncFolder(const QByteArray &folder);

} // namespace files::posix
