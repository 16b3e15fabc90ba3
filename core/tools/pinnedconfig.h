// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/tools/postfixinstallation.h"

#include <QByteArray>
#include <QString>

namespace tools {

/// The paths a pinned configuration is confined to.
struct PrivatePlaces
{
    QString configDirectory;
    QString queueDirectory;
    QString dataDirectory;
    QString logFile;
};

/// A main.cf that says what the given one says, except where that decides which programs are run as root,
/// which folders are created, repaired or searched, and where messages are logged: postfix(1) runs
/// $daemon_directory/postfix-script with $import_environment, and that writes below $queue_directory and
/// expands paths without quotes. The last assignment counts in Postfix, so these are appended.
QByteArray pinnedMainCf(const QByteArray &mainCf, const PostfixInstallation &installation,
                        const PrivatePlaces &places);

/// With the postlog service that `postfix check` wants to see where a maillog_file is set.
QByteArray pinnedMasterCf(const QByteArray &masterCf);

/// A message about one of the appended parameters is about us, not about the configuration.
bool isPinned(const QByteArray &parameter);

} // namespace tools
