// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QFile>
#include <QMap>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace support {

/// The postconf of an installed Postfix, asked about files in a folder of its own.
class RealPostconf
{
public:
    RealPostconf()
        : m_program(QStandardPaths::findExecutable(
            QStringLiteral("postconf"), {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/local/sbin")}))
    {
        write(QStringLiteral("master.cf"), {});
    }

    bool isInstalled() const { return !m_program.isEmpty(); }

    struct Answer
    {
        QMap<QByteArray, QByteArray> settings; ///< of the parameters that Postfix knows
        QByteArray said; ///< on standard error
        bool isFatal = false; ///< it then waits for a second before it ends
    };

    /// `postconf -n` about this main.cf.
    Answer settingsOf(const QByteArray &mainCf) const
    {
        write(QStringLiteral("main.cf"), mainCf);
        QProcess process;
        process.start(m_program, {QStringLiteral("-c"), m_folder.path(), QStringLiteral("-n")});
        Answer answer;
        answer.isFatal = !process.waitForFinished() || process.exitCode() != 0;
        answer.said = process.readAllStandardError();
        const QByteArrayList lines = process.readAllStandardOutput().split('\n');
        for (const QByteArray &line : lines)
            if (const qsizetype equals = line.indexOf(" ="); equals > 0)
                answer.settings[line.first(equals)] = line.sliced(equals + 2).trimmed();
        answer.settings.remove("config_directory");
        return answer;
    }

    /// What it prints for a value: '?' for what is not printable.
    static QByteArray printed(QByteArray value)
    {
        for (char &c : value)
            if (static_cast<unsigned char>(c) < ' ' || c == '\x7f')
                c = '?';
        return value;
    }

private:
    /// A young file makes Postfix wait until it is two seconds old, so it gets an older time.
    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(name));
        if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush())
            file.setFileTime(QDateTime::currentDateTime().addSecs(-60), QFileDevice::FileModificationTime);
    }

    QString m_program;
    QTemporaryDir m_folder;
};

} // namespace support
