// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/ownpostfix.h"

#include <sys/socket.h>
#include <sys/un.h>

namespace support {

/// A client of an SMTP server that listens at a socket of this machine.
class Conversation
{
public:
    explicit Conversation(const QString &path) : m_socket(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        qstrncpy(address.sun_path, QFile::encodeName(path).constData(), sizeof address.sun_path);
        const timeval limit{OwnPostfix::patience / 1000, 0};
        setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
        m_isConnected = ::connect(m_socket, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0;
    }
    ~Conversation() { close(m_socket); }
    Q_DISABLE_COPY_MOVE(Conversation)

    bool isConnected() const { return m_isConnected; }

    /// What it says next, all lines of it.
    QByteArray reply()
    {
        QByteArray text;
        for (;;) {
            QByteArray line;
            for (char c = 0; c != '\n'; line += c) {
                if (recv(m_socket, &c, 1, 0) != 1)
                    return text + line;
            }
            text += line;
            if (line.size() < 4 || line[3] != '-')
                return text;
        }
    }

    QByteArray ask(const QByteArray &line)
    {
        const QByteArray bytes = line + "\r\n";
        return send(m_socket, bytes.data(), static_cast<size_t>(bytes.size()), MSG_NOSIGNAL) == bytes.size()
            ? reply()
            : QByteArray();
    }

private:
    int m_socket;
    bool m_isConnected = false;
};

} // namespace support
