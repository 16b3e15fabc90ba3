// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/hosthere.h"

#include "core/tools/versionstamp.h"

#include <QFile>

#include <array>
#include <bit>
#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>
#include <unistd.h>

namespace cli {

namespace {

constexpr const char *buildRecord = "/etc/postfix/makedefs.out";

/// The bytes of an address; empty for one of another family.
QByteArray bytesOf(const sockaddr *address)
{
    if (!address)
        return {};
    if (address->sa_family == AF_INET) {
        const auto *in = reinterpret_cast<const sockaddr_in *>(address);
        return QByteArray(reinterpret_cast<const char *>(&in->sin_addr), sizeof(in->sin_addr));
    }
    if (address->sa_family == AF_INET6) {
        const auto *in6 = reinterpret_cast<const sockaddr_in6 *>(address);
        return QByteArray(reinterpret_cast<const char *>(&in6->sin6_addr), sizeof(in6->sin6_addr));
    }
    return {};
}

int prefixLengthOf(const QByteArray &mask)
{
    int length = 0;
    for (const char byte : mask)
        length += std::popcount(static_cast<unsigned char>(byte));
    return length;
}

/// As inet_addr_local() in src/util/inet_addr_local.c finds them.
QList<catalog::InterfaceAddress> interfaceAddresses()
{
    QList<catalog::InterfaceAddress> addresses;
    ifaddrs *all = nullptr;
    if (::getifaddrs(&all) != 0)
        return addresses;
    for (const ifaddrs *one = all; one; one = one->ifa_next) {
        const QByteArray bytes = bytesOf(one->ifa_addr);
        if ((one->ifa_flags & IFF_UP) != 0 && !bytes.isEmpty())
            addresses.append({bytes, prefixLengthOf(bytesOf(one->ifa_netmask))});
    }
    ::freeifaddrs(all);
    return addresses;
}

} // namespace

catalog::Host hostHere()
{
    catalog::Host host;
    std::array<char, 256> name{};
    if (::gethostname(name.data(), name.size() - 1) == 0 && name[0] != '\0')
        host.name = name.data();
    if (const auto addresses = interfaceAddresses(); !addresses.isEmpty())
        host.addresses = addresses;
    host.processId = ::getpid();
    host.mailVersion = tools::installedPostfixVersion();
    host.version = catalog::Version::parse(host.mailVersion);
    if (QFile record{QString::fromLatin1(buildRecord)}; host.version && record.open(QIODevice::ReadOnly))
        catalog::takeBuildRecord(host, record.readAll());
    return host;
}

} // namespace cli
