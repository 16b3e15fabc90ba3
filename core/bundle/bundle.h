// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/bundle/archive.h"
#include "core/check/problem.h"

#include <QStringList>

class QDateTime;

namespace bundle {

struct Options
{
    QString target = {}; ///< the Postfix version the check was made for
    bool withSecrets = false; ///< password tables and private keys too
    Compression compression = Compression::Zstd;
};

struct Bundle
{
    QByteArray bytes;
    bool isDraft = false; ///< there is a problem of severity error: it must not be called validated
    bool hasSecrets = false; ///< the file is to be written with mode 0600
    QStringList leftOut; ///< files that are not in it: secrets, and what could not be read
};

/// The folder as an archive: its files below etc/postfix (others at their own path), manifest.json with path,
/// mode, size and SHA-256 of each, and report.json with every problem. The same bytes for the same input.
base::Result<Bundle> exported(const model::Snapshot &snapshot, const check::Problems &problems,
                              const Options &options);

/// "NAME-YYYYMMDD-HHMMSS.tar.zst" or ".tar.gz", for a folder and a time.
QString fileName(const QString &folder, const QDateTime &time, Compression compression);

/// What the ending of a file's name asks for: gzip for ".gz", else zstd.
Compression compressionOf(const QString &path);

} // namespace bundle
