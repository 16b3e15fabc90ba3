// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

namespace catalog {

/// An address of a network interface that is up.
struct InterfaceAddress
{
    QByteArray bytes; ///< 4 or 16, first byte first
    int prefixLength = 0; ///< of its network
    bool isLocalhost = false; ///< the name localhost stands for it
};

/// What decides on the default of mynetworks: the values of these three parameters, expanded.
struct NetworkSettings
{
    QByteArrayView mynetworksStyle = "subnet";
    QByteArrayView inetInterfaces = "all";
    QByteArrayView inetProtocols = "all";
};

/// The default of mynetworks: mynetworks() in src/global/mynetworks.c and own_inet_addr.c. Nothing where
/// Postfix would refuse to start, and for interfaces that are told by another host name than localhost, since
/// nobody is asked here.
std::optional<QByteArray> mynetworks(const QList<InterfaceAddress> &addresses,
                                     const NetworkSettings &settings = {});

/// "192.0.2.1", "[2001:db8::1]" or "2001:db8::1" in bytes; nothing for anything else.
std::optional<QByteArray> addressBytes(QByteArrayView text);

} // namespace catalog
