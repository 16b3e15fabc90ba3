// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/settings.h"

namespace ui {

QStringList recentFolders(const Settings &settings)
{
    return settings.get(settings::recentFolders);
}

void addRecentFolder(Settings &settings, const QString &path)
{
    constexpr qsizetype kept = 10;
    QStringList folders = recentFolders(settings);
    folders.removeAll(path);
    folders.prepend(path);
    settings.set(settings::recentFolders, folders.mid(0, kept));
}

void removeRecentFolder(Settings &settings, const QString &path)
{
    QStringList folders = recentFolders(settings);
    folders.removeAll(path);
    settings.set(settings::recentFolders, folders);
}

} // namespace ui
