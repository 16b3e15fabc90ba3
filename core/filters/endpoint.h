// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <optional>

/// What looks at mail on its way in: milters, content filters, policy services and DNS lists.
namespace filters {

/// Where a program that is asked listens: a host and a port, or a socket of this machine.
struct Endpoint
{
    QByteArray host = {}; ///< empty: a socket
    QByteArray port = {};
    QByteArray path = {};
    bool isIPv6 = false; ///< "inet6:"

    bool isSocket() const { return host.isEmpty(); }
    bool isComplete() const { return isSocket() ? !path.isEmpty() : !port.isEmpty(); }
    bool operator==(const Endpoint &) const = default;
};

/// Reads "inet:host:port" and "unix:path", also in sendmail's form "inet:port@host": milter8_connect() in
/// src/milter/milter8.c. Nothing for anything else.
std::optional<Endpoint> readEndpoint(const QByteArray &text);
QByteArray writtenEndpoint(const Endpoint &endpoint);

} // namespace filters
