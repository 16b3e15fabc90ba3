// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/effective/target.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>

#include <memory>

namespace support {

/// The Postfix of this machine, to be asked about folders of ours.
class InstalledPostfix
{
public:
    InstalledPostfix()
        : m_postconf(QStandardPaths::findExecutable(
            QStringLiteral("postconf"), {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/local/sbin")}))
    {
    }

    bool isInstalled() const { return !m_postconf.isEmpty(); }
    const QString &postconf() const { return m_postconf; }

    struct Answer
    {
        QByteArray out;
        QByteArrayList warnings; ///< without "postconf: warning: " and the like
        bool isFatal = false;
    };

    /// Starts postconf about a folder; to be handed to answerOf(), so that several can run at a time.
    std::unique_ptr<QProcess> start(const QString &folder, const QStringList &arguments) const
    {
        auto process = std::make_unique<QProcess>();
        process->start(m_postconf, QStringList{QStringLiteral("-c"), folder} + arguments);
        return process;
    }

    static Answer answerOf(QProcess &process)
    {
        Answer answer;
        answer.isFatal = !process.waitForFinished() || process.exitStatus() != QProcess::NormalExit
            || process.exitCode() != 0;
        answer.out = process.readAllStandardOutput();
        for (const QByteArray &line : process.readAllStandardError().split('\n')) {
            if (const qsizetype colon = line.indexOf(": ", line.indexOf(": ") + 1); colon > 0)
                answer.warnings.append(line.sliced(colon + 2));
        }
        return answer;
    }

    Answer ask(const QString &folder, const QStringList &arguments) const
    {
        return answerOf(*start(folder, arguments));
    }

    /// What it is, as a target for our own answers about the folder for which `postconf -d` printed this.
    static effective::Target target(const catalog::Catalog &catalog, const QByteArray &defaults)
    {
        effective::Target target{.catalog = catalog, .version = {}};
        target.host = catalog::hostFromDefaults(catalog, defaults);
        target.version = target.host.version.value_or(catalog::Catalog::newest);
        return target;
    }

    /// Postfix waits for a file that is younger than two seconds.
    static void write(const QString &folder, const QString &name, const QByteArray &bytes)
    {
        QFile file(folder + u'/' + name);
        if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush())
            file.setFileTime(QDateTime::currentDateTime().addSecs(-60), QFileDevice::FileModificationTime);
    }

    /// The lines of an answer: what stands before " =", and what follows it.
    static QHash<QByteArray, QByteArray> settingsIn(const QByteArray &out)
    {
        QHash<QByteArray, QByteArray> settings;
        for (const QByteArray &line : out.split('\n')) {
            if (const qsizetype equals = line.indexOf(" ="); equals > 0)
                settings.insert(line.first(equals), line.sliced(equals + 2).trimmed());
        }
        return settings;
    }

private:
    QString m_postconf;
};

} // namespace support
