// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/certificatemaker.h"
#include "tests/support/starttlsserver.h"

#include <QRegularExpression>

#include <memory>

namespace support {

/// `openssl s_server` with the certificate of a name that `maker` has made, at a port of its own choice, and
/// an SMTP server with STARTTLS in front of it.
class TlsServer
{
public:
    TlsServer(const CertificateMaker &maker, const QString &name, const QString &chain)
    {
        m_openssl.setProcessChannelMode(QProcess::MergedChannels);
        m_openssl.start(QStringLiteral("openssl"),
                        {QStringLiteral("s_server"), QStringLiteral("-accept"), QStringLiteral("127.0.0.1:0"),
                         QStringLiteral("-cert"), maker.path(name + QStringLiteral(".pem")),
                         QStringLiteral("-key"), maker.path(name + QStringLiteral(".key")),
                         QStringLiteral("-cert_chain"), maker.path(chain + QStringLiteral(".pem"))});
        QByteArray said;
        static const QRegularExpression accepting(QStringLiteral("ACCEPT [^\\n]*:(\\d+)"));
        while (m_port == 0 && m_openssl.waitForReadyRead(10000)) {
            said += m_openssl.readAll();
            m_port = accepting.match(QString::fromLatin1(said)).captured(1).toInt();
        }
        if (m_port != 0)
            m_smtp = std::make_unique<StarttlsServer>(m_port);
    }
    ~TlsServer()
    {
        m_smtp.reset();
        m_openssl.kill();
        m_openssl.waitForFinished();
    }
    TlsServer(const TlsServer &) = delete;
    TlsServer &operator=(const TlsServer &) = delete;

    /// What the server says to the next client once they talk encrypted, whatever that says.
    void say(const QByteArray &words)
    {
        m_openssl.write(words);
        m_openssl.waitForBytesWritten();
    }

    bool isRunning() const { return m_smtp != nullptr; }
    int wrappedPort() const { return m_port; }
    int smtpPort() const { return m_smtp ? m_smtp->port() : 0; }

private:
    QProcess m_openssl;
    int m_port = 0;
    std::unique_ptr<StarttlsServer> m_smtp;
};

} // namespace support
