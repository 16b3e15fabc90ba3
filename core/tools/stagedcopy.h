// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>

class QTemporaryDir;

namespace tools {

/// A file of the configuration by its place in the folder, and what is (or is about to be) in it.
struct StagedFile
{
    QString path; ///< relative: "main.cf", "tables/virtual"
    QByteArray bytes;
};

/// Copies of files in a private temporary folder (mode 0700), gone with the object. The files look a minute
/// old: Postfix's programs wait up to two seconds until a file is no longer "too young", readlline.c and
/// dict_load_file_xt() in src/util/dict.c. Only what a tool reads needs to be given: a path in main.cf that
/// is absolute goes on meaning what it meant.
class StagedCopy
{
public:
    /// A path that leads out of the folder is refused as Error::Malformed, a failed write is what the system
    /// said; then nothing is left behind. `folders` are made too, open to all users below the private one.
    static base::Result<StagedCopy> create(const QList<StagedFile> &files, const QStringList &folders = {});

    StagedCopy(StagedCopy &&) noexcept;
    StagedCopy &operator=(StagedCopy &&) noexcept;
    ~StagedCopy();
    StagedCopy(const StagedCopy &) = delete;
    StagedCopy &operator=(const StagedCopy &) = delete;

    /// More files, under the same conditions; after a failure some may be there.
    base::Status add(const QList<StagedFile> &files);

    /// The folder, absolute, without links in it and without characters that a shell script could stumble
    /// over.
    QString path() const;
    QString filePath(const QString &relative) const;

private:
    explicit StagedCopy(std::unique_ptr<QTemporaryDir> folder);

    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace tools
