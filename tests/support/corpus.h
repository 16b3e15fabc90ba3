// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDir>
#include <QDirIterator>
#include <QFile>

/// Real configurations that the tests read when they are there: the folder that POSTWRIGHT_CORPUS names, else
/// one called shared/corpus beside the project.
namespace corpus {

inline bool isNamed()
{
    return qEnvironmentVariableIsSet("POSTWRIGHT_CORPUS");
}

/// Empty when there is none.
inline QString folder()
{
    const QString named = qEnvironmentVariable("POSTWRIGHT_CORPUS");
    const QString path = isNamed() ? named : QStringLiteral(SOURCE_DIR "/../shared/corpus");
    return QDir(path).exists() ? QDir(path).absolutePath() : QString();
}

/// Every regular file, sorted; what tools made of them (oracle/) is left out.
inline QStringList files()
{
    QStringList all;
    if (folder().isEmpty())
        return all;
    QDirIterator iterator(folder(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (iterator.hasNext()) {
        const QString path = iterator.next();
        if (!path.startsWith(folder() + QStringLiteral("/oracle/")))
            all.append(path);
    }
    all.sort();
    return all;
}

inline QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace corpus
