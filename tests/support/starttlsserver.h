// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <arpa/inet.h>
#include <array>
#include <atomic>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace support {

/// An SMTP server at a port of this machine that knows STARTTLS and nothing else: after that it hands all
/// bytes to the TLS server at another port, and back. One client at a time.
class StarttlsServer
{
public:
    explicit StarttlsServer(int tlsPort) : m_tlsPort(tlsPort)
    {
        m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address = here(0);
        ::bind(m_listener, reinterpret_cast<sockaddr *>(&address), sizeof address);
        ::listen(m_listener, 4);
        socklen_t size = sizeof address;
        ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size);
        m_port = ntohs(address.sin_port);
        m_thread = std::thread([this] { serve(); });
    }
    ~StarttlsServer()
    {
        m_isEnding = true;
        ::shutdown(m_listener, SHUT_RDWR);
        m_thread.join();
        ::close(m_listener);
    }
    StarttlsServer(const StarttlsServer &) = delete;
    StarttlsServer &operator=(const StarttlsServer &) = delete;

    int port() const { return m_port; }

private:
    static sockaddr_in here(int port)
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<uint16_t>(port));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        return address;
    }

    void serve()
    {
        while (!m_isEnding) {
            const int client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
            if (client < 0)
                continue;
            if (talk(client))
                pass(client);
            ::close(client);
        }
    }

    static void say(int client, const QByteArray &line)
    {
        static_cast<void>(!::send(client, line.constData(), static_cast<size_t>(line.size()), MSG_NOSIGNAL));
    }

    /// True once the client has asked for TLS.
    static bool talk(int client)
    {
        say(client, "220 sham.example ESMTP\r\n");
        QByteArray line;
        char byte = 0;
        while (::recv(client, &byte, 1, 0) == 1) {
            line += byte;
            if (byte != '\n')
                continue;
            const QByteArray command = line.trimmed().toUpper();
            line.clear();
            if (command.startsWith("EHLO"))
                say(client, "250-sham.example\r\n250 STARTTLS\r\n");
            else if (command == "STARTTLS")
                say(client, "220 go ahead\r\n");
            else
                say(client, command == "QUIT" ? "221 bye\r\n" : "502 no\r\n");
            if (command == "STARTTLS")
                return true;
            if (command == "QUIT")
                return false;
        }
        return false;
    }

    void pass(int client) const
    {
        const int server = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address = here(m_tlsPort);
        std::array<pollfd, 2> ends{pollfd{client, POLLIN, 0}, pollfd{server, POLLIN, 0}};
        bool isOpen = ::connect(server, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0;
        while (isOpen && !m_isEnding) {
            constexpr int moment = 200; // ms
            if (::poll(ends.data(), ends.size(), moment) < 0)
                break;
            for (size_t i = 0; i < ends.size() && isOpen; ++i) {
                if (!ends[i].revents)
                    continue;
                std::array<char, 4096> buffer{};
                const ssize_t size = ::recv(ends[i].fd, buffer.data(), buffer.size(), 0);
                isOpen = size > 0
                    && ::send(ends[1 - i].fd, buffer.data(), static_cast<size_t>(size), MSG_NOSIGNAL) == size;
            }
        }
        ::close(server);
    }

    int m_tlsPort;
    int m_listener = -1;
    int m_port = 0;
    std::atomic_bool m_isEnding = false;
    std::thread m_thread;
};

} // namespace support
