// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcess>
#include <QTemporaryDir>

/// An SSH server of this user on the loopback address, with keys of its own, and one of its folders mounted
/// with sshfs. Both end with the object. What fails is in problem().
class SshServer
{
public:
    /// Why there can be no such mount on this machine; empty where there can.
    static QString obstacle();

    /// `sftpOptions` are those of sftp-server(8).
    explicit SshServer(QString sftpOptions = {});
    ~SshServer();
    SshServer(const SshServer &) = delete;
    SshServer &operator=(const SshServer &) = delete;

    /// A path as the server sees it, and through the mount.
    QString there(const QString &path) const { return m_folder.filePath(QStringLiteral("server/") + path); }
    QString here(const QString &path) const { return m_folder.filePath(QStringLiteral("mount/") + path); }

    bool start();
    bool mount();
    /// As when the host loses its power. From any thread.
    void die() const;
    /// As when the network hangs; going on, everything is answered.
    void hang() const;
    void goOn() const;
    /// Takes the mount away, alive or dead.
    void unmount();

    const QString &problem() const { return m_problem; }

private:
    QList<qint64> processes() const;
    bool fail(const QString &problem);
    bool run(const QString &program, const QStringList &arguments);

    QTemporaryDir m_folder;
    QString m_sftpOptions;
    QProcess m_server;
    quint16 m_port = 0;
    QString m_problem;
};
