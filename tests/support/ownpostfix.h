// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <unistd.h>

namespace support {

/// A Postfix in mount, network and process namespaces of its own, started on a folder of ours by
/// tests/support/ownpostfix.sh. It logs to /var/log/postfix.log if main.cf says so.
class OwnPostfix
{
public:
    static constexpr int patience = 20'000; ///< ms; a machine that is busy with other things may need them

    OwnPostfix() = default;
    ~OwnPostfix() { stop(); }
    Q_DISABLE_COPY_MOVE(OwnPostfix)

    static QString pathOf(const QString &program)
    {
        return QStandardPaths::findExecutable(
            program,
            qEnvironmentVariable("PATH").split(u':')
                + QStringList{QStringLiteral("/usr/sbin"), QStringLiteral("/sbin")});
    }

    /// Why none can be started here; empty where one can.
    static QString hindrance(const QStringList &furtherPrograms = {})
    {
        QStringList programs{QStringLiteral("postfix"), QStringLiteral("unshare"), QStringLiteral("nsenter"),
                             QStringLiteral("ip")};
        programs += furtherPrograms;
        for (const QString &program : programs) {
            if (pathOf(program).isEmpty())
                return QStringLiteral("%1 is not installed.").arg(program);
        }
        if (geteuid() != 0)
            return QStringLiteral("Only root can start Postfix.");
        QProcess attempt;
        attempt.start(pathOf(QStringLiteral("unshare")),
                      apart()
                          + QStringList{QStringLiteral("mount"), QStringLiteral("--bind"),
                                        QStringLiteral("/etc/postfix"), QStringLiteral("/etc/postfix")});
        if (!attempt.waitForFinished() || attempt.exitCode() != 0)
            return QStringLiteral("This system allows no namespaces of one's own.");
        return {};
    }

    struct Scripts
    {
        QString before = {};
        QString after = {};
    };
    /// What it said if it did not start; else nothing.
    QByteArray start(const QString &folder, const Scripts &scripts)
    {
        const auto orNone = [](const QString &path) { return path.isEmpty() ? QStringLiteral("-") : path; };
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(pathOf(QStringLiteral("unshare")),
                        apart()
                            + QStringList{QStringLiteral("sh"),
                                          QStringLiteral(SOURCE_DIR "/tests/support/ownpostfix.sh"), folder,
                                          m_work.path(), orNone(scripts.before), orNone(scripts.after)});
        QByteArray said;
        while (!said.contains("ready\n")) {
            if (!m_process.waitForReadyRead(patience))
                return said + "\nPostfix was not started.";
            said += m_process.readAll();
        }
        QFile children(QStringLiteral("/proc/%1/task/%1/children").arg(m_process.processId()));
        if (children.open(QIODevice::ReadOnly))
            m_inside = QString::fromLatin1(children.readAll().simplified().split(' ').first());
        return m_inside.isEmpty() ? said + "\nIts processes are not found." : QByteArray();
    }
    QByteArray start(const QString &folder) { return start(folder, Scripts()); }

    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }

    /// Files of its own, for scripts and what they need.
    QString workFile(const QString &name) const { return m_work.filePath(name); }
    /// Where a file below its /var/log, /var/mail, /var/spool/postfix or /var/lib/postfix is for us.
    QString outside(const QString &path) const { return m_work.path() + path; }
    QByteArray contentOf(const QString &path) const
    {
        QFile file(outside(path));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QByteArray log() const { return contentOf(QStringLiteral("/var/log/postfix.log")); }

    /// Runs a program where Postfix is: what it said and how it ended.
    QByteArray run(const QStringList &command, int *exitCode = nullptr) const
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(pathOf(QStringLiteral("nsenter")),
                      QStringList{QStringLiteral("-t"), m_inside, QStringLiteral("-m"), QStringLiteral("-n"),
                                  QStringLiteral("-p")}
                          + command);
        const bool isFinished = process.waitForFinished(patience);
        if (exitCode)
            *exitCode = isFinished ? process.exitCode() : -1;
        return process.readAll();
    }

    /// False when it does not want to end.
    bool stop()
    {
        if (!isRunning())
            return true;
        m_process.closeWriteChannel();
        const bool isFinished = m_process.waitForFinished(patience);
        if (!isFinished)
            m_process.kill();
        return isFinished;
    }

private:
    /// All its processes end with the first of them.
    static QStringList apart()
    {
        return {QStringLiteral("-m"), QStringLiteral("-n"), QStringLiteral("-p"), QStringLiteral("-f"),
                QStringLiteral("--kill-child")};
    }

    QTemporaryDir m_work;
    QProcess m_process;
    QString m_inside; ///< number of a process in its namespaces
};

} // namespace support
