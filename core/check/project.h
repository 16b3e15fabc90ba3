// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/filestore.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>

namespace check {

/// One entry of a project file: findings that are as they should be.
struct Suppression
{
    QByteArray rule; ///< "PF-TLS-004"; "PF-TLS-*" for a group, "*" for every rule
    QString file = {}; ///< relative to the folder; * and ? stand for any characters; empty: every file
    QByteArray subject = {}; ///< see subjectOf(); empty: whatever it is about
    QString reason = {};

    bool operator==(const Suppression &) const = default;
};

/// What is known of a configuration beside its own files: the file ".postwright.json" next to main.cf.
///
///     {"version": 1, "roles": ["null-client"],
///      "ignore": [{"rule": "PF-TLS-004", "file": "main.cf", "subject": "smtpd_tls_protocols", "reason":
///      "..."}]}
struct Project
{
    QList<Suppression> suppressions = {};
    /// What the host is for, by the names that roles have (lint::roleNames()); empty: going by the files.
    QByteArrayList roles = {};
    QJsonObject other = {}; ///< keys that are none of ours; they are kept
    std::optional<files::Fingerprint> fingerprint = {}; ///< of the file as it was read; none without one

    bool isEmpty() const { return suppressions.isEmpty() && roles.isEmpty() && other.isEmpty(); }
};

inline constexpr char projectFileName[] = ".postwright.json";

/// Malformed, about `subject`, when it is no such JSON object. No bytes at all are an empty project.
base::Result<Project> readProject(const QByteArray &json, const QString &subject);
QByteArray writtenProject(const Project &project);

/// The project of a folder; an empty one when it has no such file. Blocks, for a worker thread.
base::Result<Project> loadProject(const files::FileStore &store, const QString &folder);
/// Writes it, and remembers what was written in `project`. ChangedOnDisk when somebody else changed it since.
base::Status saveProject(files::FileStore &store, const QString &folder, Project &project);

} // namespace check
