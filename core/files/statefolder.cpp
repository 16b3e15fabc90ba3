// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/statefolder.h"

#include <QDir>

namespace files {

QString stateFolder()
{
    // The XDG base directory specification ignores relative paths. Qt has no location for it before 6.7.
    const QString configured = qEnvironmentVariable("XDG_STATE_HOME");
    const QString base =
        QDir::isAbsolutePath(configured) ? configured : QDir::homePath() + QStringLiteral("/.local/state");
    return base + QStringLiteral("/postwright");
}

} // namespace files
