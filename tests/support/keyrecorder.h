// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayList>
#include <QFile>
#include <QHash>
#include <QList>

#include <atomic>
#include <mutex>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>

namespace support {

/// A memcached(8) at a socket that has nothing and writes down what it is asked: "NAME|key". Tables of that
/// type are asked for parts of addresses as files are.
class KeyRecorder
{
public:
    explicit KeyRecorder(const QString &path) : m_listener(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        qstrncpy(address.sun_path, QFile::encodeName(path).constData(), sizeof address.sun_path);
        m_isListening = bind(m_listener, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0
            && chmod(address.sun_path, 0666) == 0 && listen(m_listener, 64) == 0;
        m_thread = std::thread([this] { serve(); });
    }
    ~KeyRecorder()
    {
        m_isEnding = true;
        m_thread.join();
        close(m_listener);
    }
    Q_DISABLE_COPY_MOVE(KeyRecorder)

    bool isListening() const { return m_isListening; }

    /// What was asked since it was asked the last time, by name.
    QHash<QByteArray, QByteArrayList> take()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_asked, {});
    }

private:
    struct Client
    {
        int socket = -1;
        QByteArray pending = {};
    };

    void serve()
    {
        QList<Client> clients;
        while (!m_isEnding) {
            QList<pollfd> polled{pollfd{m_listener, POLLIN, 0}};
            for (const Client &client : clients)
                polled.append(pollfd{client.socket, POLLIN, 0});
            constexpr int pause = 50; // ms, until it looks whether it is to end
            if (poll(polled.data(), static_cast<nfds_t>(polled.size()), pause) <= 0)
                continue;
            for (qsizetype i = clients.size(); i > 0; --i) {
                if (polled[i].revents != 0 && !answer(clients[i - 1])) {
                    close(clients[i - 1].socket);
                    clients.removeAt(i - 1);
                }
            }
            if ((polled.first().revents & POLLIN) != 0)
                clients.append(Client{accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC)});
        }
        for (const Client &client : clients)
            close(client.socket);
    }

    bool answer(Client &client)
    {
        char buffer[4096];
        const ssize_t count = recv(client.socket, buffer, sizeof buffer, 0);
        if (count <= 0)
            return false;
        client.pending.append(buffer, count);
        for (qsizetype end = client.pending.indexOf("\r\n"); end >= 0; end = client.pending.indexOf("\r\n")) {
            const QByteArray line = client.pending.first(end);
            client.pending = client.pending.sliced(end + 2);
            if (!line.startsWith("get "))
                return false;
            const QByteArray key = line.sliced(4);
            const qsizetype bar = key.indexOf('|');
            {
                const std::lock_guard lock(m_mutex);
                m_asked[key.left(bar)].append(key.sliced(bar + 1));
            }
            constexpr QByteArrayView nothing = "END\r\n";
            if (send(client.socket, nothing.data(), static_cast<size_t>(nothing.size()), MSG_NOSIGNAL) < 0)
                return false;
        }
        return true;
    }

    int m_listener;
    bool m_isListening = false;
    std::atomic<bool> m_isEnding = false;
    std::mutex m_mutex;
    QHash<QByteArray, QByteArrayList> m_asked;
    std::thread m_thread;
};

} // namespace support
