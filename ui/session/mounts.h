// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace ui {

/// The file system a folder is on.
struct Mount
{
    QString type; ///< ext4, fuse.sshfs, nfs4, ...
    QString host = {}; ///< of a network file system; empty on this machine
    QString remotePath = {}; ///< of `folder` on that host, where the mount says so
    bool isReadOnly = false;
};

/// What /proc/self/mountinfo (proc(5)) says about an absolute folder.
Mount mountOf(const QString &folder, const QByteArray &mountInfo);
/// The same for this process; reads nothing but /proc.
Mount mountOf(const QString &folder);

} // namespace ui
