// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/filestore.h"
#include "core/files/savejournal.h"
#include "core/files/saveplan.h"

#include <optional>
#include <vector>

namespace files {

/// One save of a set of files, see FileStore::save(). In this order: everything is compared; the new contents
/// are written beside the files and the old ones secured, so that a full disk is found while nothing is
/// touched yet; then the files are replaced. A journal tells takeBack() what to do when an error or a kill
/// comes in between.
class SaveTransaction
{
public:
    SaveTransaction(QByteArray stateFolder, const QList<Write> &writes, Progress progress);

    base::Result<SaveReport> run();

private:
    /// One of the files that have to be written.
    struct Item
    {
        PlannedFile plan;
        const Write *write = nullptr;
        JournalEntry entry = {};
        posix::FileDescriptor staged = posix::FileDescriptor();
        bool isApart = false; ///< its temporaries are in the state folder
        bool isOldApart = false; ///< the copy of its old bytes is
    };

    base::Status planAll();
    base::Status prepare();
    base::Status stage(Item &item);
    base::Status fillStaged(Item &item, const QByteArray &path);
    base::Status secure(Item &item);
    base::Status keepOldBytes(Item &item);
    bool isAtomic() const;
    base::Status beginCommitting();
    base::Status commit();
    base::Status putInPlace(Item &item);
    base::Status findHashes();
    base::Error takenBack(base::Error error);
    void cleanUp();
    base::Result<SaveReport> report() const;

    QByteArray m_stateFolder;
    const QList<Write> &m_writes;
    Progress m_progress;
    std::vector<Item> m_items;
    std::optional<SaveJournal> m_journal;
    QList<SavedFile> m_files;
    bool m_isTouched = false; ///< not only temporaries were written
    qint64 m_bytesDone = 0;
    qint64 m_bytesTotal = 0;
};

} // namespace files
