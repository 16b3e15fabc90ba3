// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/filestore.h"

#include <memory>

namespace files {

namespace posix {
class Mappings;
}

/// The files of this machine, and of every server mounted into it.
class LocalFileStore : public FileStore
{
public:
    /// `stateFolder` is a private folder of this user (it is made, mode 0700, when first needed): journals of
    /// saves under way live there, and backups of files whose own folder can't be written.
    explicit LocalFileStore(const QString &stateFolder);
    ~LocalFileStore() override;
    LocalFileStore(const LocalFileStore &) = delete;
    LocalFileStore &operator=(const LocalFileStore &) = delete;
    LocalFileStore(LocalFileStore &&) = delete;
    LocalFileStore &operator=(LocalFileStore &&) = delete;

    base::Result<QList<Entry>> list(const QString &folder) const override;
    base::Result<QString> mountPoint(const QString &folder) const override;
    base::Result<Fingerprint> fingerprint(const QString &path) const override;
    base::Result<Fingerprint> readBlocks(const QString &path, const ReadOptions &options,
                                         const BlockSink &sink) const override;
    base::Result<SaveReport> save(const QList<Write> &writes, const Progress &progress) override;
    base::Result<RecoveryReport> recoverInterruptedSaves(const QString &folder) override;

private:
    QByteArray m_stateFolder;
    const std::unique_ptr<posix::Mappings> m_mappings; ///< of ReadOptions::isBrief
};

} // namespace files
