// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/windowtitle.h"

#include "core/files/path.h"
#include "ui/session/mounts.h"

#include <QCoreApplication>

namespace ui {

QString titleOf(const QString &folder)
{
    const Mount mount = mountOf(folder);
    QString where = files::displayPath(files::pathToBytes(folder));
    if (!mount.host.isEmpty()) {
        //: Title of the window for a mounted folder: host, path on it, kind of mount
        where = QCoreApplication::translate("ui::MainWindow", "%1:%2 (%3)")
                    .arg(mount.host, mount.remotePath.isEmpty() ? where : mount.remotePath,
                         QString(mount.type).remove(QLatin1String("fuse.")));
    }
    //: Title of the window; [*] is where the mark for unsaved changes goes
    const QString title = QCoreApplication::translate("ui::MainWindow", "Postwright — %1[*]");
    return title.arg(where.replace(QLatin1String("[*]"), QLatin1String("[*][*]")));
}

} // namespace ui
