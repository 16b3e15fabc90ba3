// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/filestore.h"
#include "core/model/snapshot.h"

namespace folder {

/// A configuration folder as it was read.
struct Opened
{
    QString path; ///< absolute
    QString mountPoint = {}; ///< see FileStore::mountPoint()
    model::Snapshot snapshot = {};
    /// One per file of the snapshot: what it was when it was read; none for a file that did not exist.
    QList<std::optional<files::Fingerprint>> fingerprints = {};
    bool hasMainCf = false;
};

enum class Scope : quint8 {
    Everything, ///< main.cf, master.cf, every table they name and the other text files of the folder
    MainAndMaster, ///< only the two files that Postfix's own postconf reads
    MainCf, ///< only that one; the other is there as a file that can't be edited
    MasterCf ///< likewise
};

struct Limits
{
    qint64 configurationFile = qint64(64) << 20; ///< bytes of main.cf or master.cf
    qint64 table = qint64(4) << 30; ///< bytes of any other file
    qint64 line = qint64(16) << 20; ///< bytes of one physical line of any file
};

struct OpenOptions
{
    Scope scope = Scope::Everything;
    Limits limits = {};
    files::Progress progress = {};
    QByteArray configDirectory = {}; ///< what the server calls the folder; empty: see configDirectory() below
};

/// Reads the folder, or the folder of the file that `path` names; blocks, for a worker thread. Files are read
/// concurrently. A file that can't be read is in the snapshot with its problem; only a folder that can't be
/// listed, or that holds neither main.cf nor master.cf, is an Error.
base::Result<Opened> open(files::FileStore &store, const QString &path, const OpenOptions &options = {});

/// One more file of an opened folder.
struct Found
{
    model::File file;
    std::optional<files::Fingerprint> fingerprint = {};
};
/// Reads the file at `path`, as open() does with those that the configuration names; blocks. `isBrief`: see
/// files::ReadOptions.
Found readFile(files::FileStore &store, const QString &folder, const QString &path, model::FileKind kind,
               bool isBrief = false);
/// What is known of a file at `path` that is not there yet.
model::FileInfo missingFile(const QString &folder, const QString &path, model::FileKind kind);

/// The files of the server outside of the folder that a copy of it keeps in its folder "root", by their paths
/// there. With OpenOptions::configDirectory, tables are opened from there too.
QByteArrayList filesBelowRoot(const QString &folder);

/// What Postfix calls the folder, its $config_directory. For a folder of this system: its path. For a copy or
/// a mounted server: the end of the path where that is such a folder (/mnt/server/etc/postfix-out), else
/// /etc/postfix.
QByteArray configDirectory(const QString &folder);

/// Where the file that Postfix calls `path` is seen from here. For /etc/postfix and other folders of this
/// system: where it says. For a copy or a mounted server: below the folder or the mounted root; empty when it
/// is in neither. `there` is what the server calls the folder, where that is told.
QString localPath(const QString &folder, const QByteArray &path, const QByteArray &there = {});

} // namespace folder
