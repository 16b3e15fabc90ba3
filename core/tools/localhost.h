// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>

namespace tools {

/// What Postfix finds out about this machine when it starts. Asks the system, runs nothing.
struct LocalHost
{
    struct Address
    {
        QByteArray bytes; ///< 4 or 16, first byte first
        int prefixLength = 0;
        bool isLocalhost = false; ///< /etc/hosts calls it so
    };

    QByteArray name; ///< as gethostname() has it; get_hostname() in src/util/get_hostname.c
    QList<Address> addresses; ///< of the interfaces that are up; inet_addr_local() in src/util
};

LocalHost localHost();

/// The names in services(5) of this machine, with their TCP ports.
QHash<QByteArray, int> localServices();

/// Postfix's own build record (makedefs.out) as it is installed on this machine; empty without one.
QByteArray localBuildRecord();

} // namespace tools
