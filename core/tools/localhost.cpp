// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tools/localhost.h"

#include <QByteArrayList>
#include <QFile>

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <bit>
#include <ifaddrs.h>
#include <net/if.h>
#include <netdb.h>
#include <netinet/in.h>
#include <unistd.h>

namespace tools {

namespace {

/// The address in a socket address of that family; a netmask may lack its own.
QByteArray bytesOf(const sockaddr *address, int family)
{
    if (family == AF_INET) {
        const auto *v4 = reinterpret_cast<const sockaddr_in *>(address);
        return {reinterpret_cast<const char *>(&v4->sin_addr), sizeof v4->sin_addr};
    }
    const auto *v6 = reinterpret_cast<const sockaddr_in6 *>(address);
    return {reinterpret_cast<const char *>(&v6->sin6_addr), sizeof v6->sin6_addr};
}

int setBits(const QByteArray &mask)
{
    int bits = 0;
    for (const char byte : mask)
        bits += std::popcount(static_cast<unsigned char>(byte));
    return bits;
}

/// The addresses that /etc/hosts gives the name localhost, as they stand there.
QByteArrayList localhostAddresses()
{
    QFile file(QStringLiteral("/etc/hosts"));
    if (!file.open(QIODevice::ReadOnly))
        return {"127.0.0.1", "::1"};
    QByteArrayList addresses;
    const QByteArrayList lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        const QByteArrayList words = line.split('#').first().simplified().split(' ');
        if (words.sliced(1).contains("localhost"))
            addresses.append(words.first());
    }
    return addresses;
}

bool isNamed(const QByteArray &bytes, const QByteArrayList &addresses)
{
    return std::any_of(addresses.begin(), addresses.end(), [&](const QByteArray &address) {
        std::array<char, sizeof(in6_addr)> known{};
        const int family = bytes.size() == sizeof(in_addr) ? AF_INET : AF_INET6;
        return inet_pton(family, address.constData(), known.data()) == 1
            && bytes == QByteArrayView(known.data(), bytes.size());
    });
}

} // namespace

LocalHost localHost()
{
    LocalHost host;
    const QByteArrayList localhost = localhostAddresses();
    std::array<char, 256> name{};
    if (gethostname(name.data(), name.size() - 1) == 0)
        host.name = QByteArray(name.data());
    ifaddrs *interfaces = nullptr;
    if (getifaddrs(&interfaces) != 0)
        return host;
    for (const ifaddrs *one = interfaces; one; one = one->ifa_next) {
        if ((one->ifa_flags & IFF_UP) == 0 || !one->ifa_addr || !one->ifa_netmask)
            continue;
        const int family = one->ifa_addr->sa_family;
        if (family != AF_INET && family != AF_INET6)
            continue;
        const QByteArray bytes = bytesOf(one->ifa_addr, family);
        if (bytes.count('\0') < bytes.size())
            host.addresses.append(
                {bytes, setBits(bytesOf(one->ifa_netmask, family)), isNamed(bytes, localhost)});
    }
    freeifaddrs(interfaces);
    return host;
}

QHash<QByteArray, int> localServices()
{
    QHash<QByteArray, int> ports;
    ::setservent(0);
    while (const servent *service = ::getservent()) {
        if (QByteArrayView(service->s_proto) != "tcp")
            continue;
        const int port = ntohs(static_cast<quint16>(service->s_port));
        ports.insert(service->s_name, port);
        for (char **alias = service->s_aliases; *alias; ++alias)
            ports.insert(*alias, port);
    }
    ::endservent();
    return ports;
}

QByteArray localBuildRecord()
{
    constexpr qint64 limit = qint64(1024) * 1024;
    for (const char *folder :
         {"/etc/postfix", "/usr/share/postfix", "/usr/libexec/postfix", "/usr/local/etc/postfix"}) {
        QFile file(QLatin1String(folder) + QStringLiteral("/makedefs.out"));
        if (file.open(QIODevice::ReadOnly))
            return file.read(limit);
    }
    return {};
}

} // namespace tools
