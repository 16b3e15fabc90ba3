// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>

namespace bundle {

/// One file of an archive; folders are made as needed.
struct Entry
{
    QByteArray path; ///< relative, with forward slashes
    quint32 mode = 0644; ///< permission bits
    QByteArray bytes = {};
};

enum class Compression : quint8 { Zstd, Gzip };

/// The archive's bytes: the same for the same entries, wherever and whenever it is made. Times are 0, owner
/// and group are root, entries are sorted by path. Malformed names a path that is absolute, leaves the tree
/// or comes twice.
base::Result<QByteArray> archive(QList<Entry> entries, Compression compression);

/// The entries of such an archive. Malformed for anything else, a link or a path that leaves the tree among
/// them.
base::Result<QList<Entry>> entriesOf(const QByteArray &archive);

} // namespace bundle
