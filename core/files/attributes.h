// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QMap>

#include <sys/types.h>

namespace files {

/// What a file is besides its bytes and its name: owner, group, mode, ACL and the other extended attributes.
struct Attributes
{
    uid_t uid = 0;
    gid_t gid = 0;
    mode_t mode = 0; ///< permission bits
    QMap<QByteArray, QByteArray> extended = {}; ///< POSIX ACLs are among them
    bool isComplete = true; ///< false: there are extended attributes that may not be read

    bool operator==(const Attributes &) const = default;
};

base::Result<Attributes> attributesOf(int fd, const QByteArray &path);

/// Makes the open file what `wanted` says. False when this user or this file system can't; then some may be
/// set.
base::Result<bool> giveAttributes(int fd, const QByteArray &path, const Attributes &wanted);

} // namespace files
