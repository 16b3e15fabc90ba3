// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/facts/view.h"

#include "core/files/path.h"
#include "core/folder/opening.h"

#include <QDir>
#include <QFileInfo>

namespace facts {

namespace {

/// A checkout that holds etc/postfix and little else is no server.
bool isSystemRoot(const QString &root)
{
    return QFileInfo(root + QStringLiteral("/etc/passwd")).isFile()
        && QFileInfo(root + QStringLiteral("/usr")).isDir();
}

} // namespace

QString View::localPath(const QByteArray &path) const
{
    const QString wanted = QDir::cleanPath(files::pathFromBytes(path));
    const QString there = files::pathFromBytes(configDirectory);
    if (!wanted.startsWith(u'/'))
        return {};
    if (wanted == there || wanted.startsWith(there + u'/'))
        return folder + wanted.sliced(there.size());
    return root ? *root + wanted : QString();
}

View viewOf(const QString &folder)
{
    View view{.folder = QDir::cleanPath(folder)};
    view.configDirectory = folder::configDirectory(view.folder);
    const QString there = files::pathFromBytes(view.configDirectory);
    if (view.folder == there)
        view.root = QString();
    else if (view.folder.endsWith(there) && isSystemRoot(view.folder.chopped(there.size())))
        view.root = view.folder.chopped(there.size());
    return view;
}

} // namespace facts
