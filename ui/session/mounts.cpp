// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/mounts.h"

#include "core/files/path.h"

#include <QFile>
#include <QList>

namespace ui {

namespace {

/// mountinfo writes blanks, tabs, line breaks and backslashes as three octal digits.
QByteArray unescaped(const QByteArray &field)
{
    QByteArray bytes;
    for (qsizetype i = 0; i < field.size(); ++i) {
        bool isOctal = false;
        const int code = field[i] == '\\' ? field.mid(i + 1, 3).toInt(&isOctal, 8) : 0;
        bytes += isOctal ? static_cast<char>(code) : field[i];
        i += isOctal ? 3 : 0;
    }
    return bytes;
}

bool isBelow(const QByteArray &path, const QByteArray &mountPoint)
{
    return path == mountPoint || mountPoint == "/" || path.startsWith(mountPoint + '/');
}

/// "user@host:/path" of sshfs, "host:/path" of NFS, "//host/share" of CIFS.
void readSource(Mount &mount, const QByteArray &source, const QByteArray &below)
{
    if (source.startsWith("//")) {
        mount.host = QString::fromLocal8Bit(source.mid(2, source.indexOf('/', 2) - 2));
        return;
    }
    const bool isNetwork =
        mount.type == QLatin1String("fuse.sshfs") || mount.type.startsWith(QLatin1String("nfs"));
    const qsizetype bracket = source.indexOf(']');
    const qsizetype colon = source.indexOf(':', std::max<qsizetype>(bracket, 0));
    if (!isNetwork || colon < 0)
        return;
    QByteArray host = source.left(colon);
    host = host.mid(host.indexOf('@') + 1);
    mount.host = QString::fromLocal8Bit(host);
    QByteArray path = source.mid(colon + 1);
    while (path.endsWith('/'))
        path.chop(1);
    mount.remotePath = files::displayPath(path + below);
}

} // namespace

Mount mountOf(const QString &folder, const QByteArray &mountInfo)
{
    const QByteArray path = files::pathToBytes(folder);
    Mount found;
    QByteArray foundPoint;
    for (const QByteArray &line : mountInfo.split('\n')) {
        // 36 35 98:0 /root /mount/point options optional... - type source superoptions
        const qsizetype dash = line.indexOf(" - ");
        const QList<QByteArray> before = line.left(dash).split(' ');
        const QList<QByteArray> after = line.mid(dash + 3).split(' ');
        if (dash < 0 || before.size() < 6 || after.size() < 3)
            continue;
        const QByteArray point = unescaped(before[4]);
        if (!isBelow(path, point) || point.size() < foundPoint.size())
            continue; // a later mount on the same point hides the earlier
        foundPoint = point;
        const auto isReadOnly = [](const QByteArray &options) { return options.split(',').contains("ro"); };
        found = Mount{.type = QString::fromLatin1(unescaped(after[0])),
                      .isReadOnly = isReadOnly(before[5]) || isReadOnly(after[2])};
        readSource(found, unescaped(after[1]), path.mid(point == "/" ? 0 : point.size()));
    }
    return found;
}

Mount mountOf(const QString &folder)
{
    QFile file(QStringLiteral("/proc/self/mountinfo"));
    return file.open(QIODevice::ReadOnly) ? mountOf(folder, file.readAll()) : Mount();
}

} // namespace ui
