// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace facts {

/// How the files of the server are seen from this machine.
struct View
{
    QString folder = {}; ///< of the configuration, here
    QByteArray configDirectory = "/etc/postfix"; ///< the same folder, there
    /// Where the "/" of the server is: empty for this machine itself; none for a mere copy of the folder, of
    /// which owners, modes and times say nothing about the server.
    std::optional<QString> root = {};

    /// Where the server's `path` is found here; empty when it can't be seen.
    QString localPath(const QByteArray &path) const;
};

/// The view that goes with a folder: this machine for its own folders; a mounted server where the folder is
/// the end of a path below something that looks like the "/" of a system; else a copy. Looks at the disk.
View viewOf(const QString &folder);

} // namespace facts
