// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <optional>

namespace clients {

/// Where a program listens that answers for a table: tcp_table(5), socketmap_table(5).
struct Endpoint
{
    bool isUnix = false; ///< a socket in the file system; only of a socketmap
    QByteArray host = {}; ///< or the path of the socket
    QByteArray port = {};
    QByteArray map = {}; ///< the name that a socketmap is asked for

    bool operator==(const Endpoint &) const = default;
};

/// What stands behind "tcp:" or "socketmap:": "localhost:2527", "inet:host:port:name", "unix:/path:name".
/// Nothing where it is none: dict_tcp_open() in src/global/dict_tcp.c, dict_sockmap_open() in
/// src/util/dict_sockmap.c.
std::optional<Endpoint> endpointOf(const QByteArray &type, const QByteArray &name);
/// The same as text; nothing where it would not be read as that.
std::optional<QByteArray> endpointName(const QByteArray &type, const Endpoint &endpoint);

} // namespace clients
