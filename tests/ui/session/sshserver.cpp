// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sshserver.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include <arpa/inet.h>
#include <csignal>
#include <netinet/in.h>
#include <pwd.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

/// sshd insists on being started by its absolute path.
QString sshd()
{
    const QString found = QStandardPaths::findExecutable(QStringLiteral("sshd"));
    return found.isEmpty()
        ? QStandardPaths::findExecutable(QStringLiteral("sshd"), {QStringLiteral("/usr/sbin")})
        : found;
}

/// A port that nobody listens on.
quint16 freePort()
{
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto *any = reinterpret_cast<sockaddr *>(&address);
    const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const bool isBound = bind(fd, any, size) == 0 && getsockname(fd, any, &size) == 0;
    close(fd);
    return isBound ? ntohs(address.sin_port) : 0;
}

qint64 parentOf(const QString &process)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    // number (name) state parent ...; nothing when the process ended after the file was opened
    const QByteArray line = file.readAll();
    return line.mid(line.lastIndexOf(')') + 1).trimmed().split(' ').value(1).toLongLong();
}

} // namespace

QString SshServer::obstacle()
{
    for (const char *program : {"sshfs", "ssh", "ssh-keygen", "fusermount3"}) {
        if (QStandardPaths::findExecutable(QLatin1String(program)).isEmpty())
            return QStringLiteral("%1 is not installed.").arg(QLatin1String(program));
    }
    if (sshd().isEmpty())
        return QStringLiteral("sshd is not installed.");
    if (access("/dev/fuse", R_OK | W_OK) != 0)
        return QStringLiteral("This user can't mount anything: /dev/fuse is not to be opened.");
    return {};
}

SshServer::SshServer(QString sftpOptions) : m_sftpOptions(std::move(sftpOptions)) { }

SshServer::~SshServer()
{
    goOn();
    unmount();
    die();
    m_server.waitForFinished();
}

bool SshServer::fail(const QString &problem)
{
    m_problem = problem;
    return false;
}

bool SshServer::run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    constexpr int milliseconds = 20'000;
    if (process.waitForFinished(milliseconds) && process.exitStatus() == QProcess::NormalExit
        && process.exitCode() == 0)
        return true;
    return fail(program + QStringLiteral(": ") + QString::fromLocal8Bit(process.readAll())
                + QString::fromLocal8Bit(m_server.readAll()));
}

bool SshServer::start()
{
    if (m_server.state() != QProcess::NotRunning)
        m_server.waitForFinished();
    const QDir folder(m_folder.path());
    for (const char *key : {"hostkey", "key"}) {
        const QString path = folder.filePath(QLatin1String(key));
        if (!QFile::exists(path)
            && !run(QStringLiteral("ssh-keygen"),
                    {QStringLiteral("-q"), QStringLiteral("-t"), QStringLiteral("ed25519"),
                     QStringLiteral("-N"), QString(), QStringLiteral("-f"), path}))
            return false;
    }
    folder.mkdir(QStringLiteral("server"));
    folder.mkdir(QStringLiteral("mount"));
    if (geteuid() == 0)
        QDir().mkpath(QStringLiteral("/run/sshd")); // which root's sshd separates its privileges in
    m_port = freePort();
    QFile file(folder.filePath(QStringLiteral("config")));
    if (!file.open(QIODevice::WriteOnly))
        return fail(file.errorString());
    file.write(QStringLiteral("ListenAddress 127.0.0.1:%1\n"
                              "HostKey %2/hostkey\n"
                              "AuthorizedKeysFile %2/key.pub\n"
                              "StrictModes no\n"
                              "UsePAM no\n"
                              "PidFile none\n"
                              "PermitRootLogin prohibit-password\n"
                              "Subsystem sftp internal-sftp %3\n")
                   .arg(m_port)
                   .arg(folder.path(), m_sftpOptions)
                   .toUtf8());
    file.close();
    m_server.setProcessChannelMode(QProcess::MergedChannels);
    m_server.start(sshd(),
                   {QStringLiteral("-D"), QStringLiteral("-e"), QStringLiteral("-f"), file.fileName()});
    QByteArray said;
    constexpr int milliseconds = 10'000;
    while (!said.contains("Server listening")) {
        if (!m_server.waitForReadyRead(milliseconds))
            return fail(QStringLiteral("sshd: ") + QString::fromLocal8Bit(said));
        said += m_server.readAll();
    }
    return true;
}

bool SshServer::mount()
{
    const passwd *user = getpwuid(geteuid());
    const QStringList options{QStringLiteral("IdentityFile=%1").arg(m_folder.filePath(QStringLiteral("key"))),
                              QStringLiteral("IdentitiesOnly=yes"), QStringLiteral("BatchMode=yes"),
                              QStringLiteral("StrictHostKeyChecking=no"),
                              QStringLiteral("UserKnownHostsFile=/dev/null")};
    return run(
        QStringLiteral("sshfs"),
        {QStringLiteral("-p"), QString::number(m_port), QStringLiteral("-F"), QStringLiteral("/dev/null"),
         QStringLiteral("-o"), options.join(u','),
         QStringLiteral("%1@127.0.0.1:%2").arg(QString::fromLocal8Bit(user ? user->pw_name : ""), there({})),
         here({})});
}

QList<qint64> SshServer::processes() const
{
    QList<qint64> found;
    if (m_server.state() == QProcess::NotRunning)
        return found;
    found.append(m_server.processId());
    const QStringList all = QDir(QStringLiteral("/proc")).entryList({QStringLiteral("[0-9]*")}, QDir::Dirs);
    for (qsizetype known = 0; known != found.size();) {
        known = found.size();
        for (const QString &process : all) {
            const qint64 id = process.toLongLong();
            if (!found.contains(id) && found.contains(parentOf(process)))
                found.append(id);
        }
    }
    return found;
}

void SshServer::die() const
{
    for (const qint64 id : processes())
        kill(static_cast<pid_t>(id), SIGKILL);
}

void SshServer::hang() const
{
    for (const qint64 id : processes())
        kill(static_cast<pid_t>(id), SIGSTOP);
}

void SshServer::goOn() const
{
    for (const qint64 id : processes())
        kill(static_cast<pid_t>(id), SIGCONT);
}

void SshServer::unmount()
{
    run(QStringLiteral("fusermount3"), {QStringLiteral("-u"), QStringLiteral("-z"), here({})});
}
