// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lookup/localdomains.h"

#include "core/lookup/braces.h"
#include "core/lookup/folding.h"

namespace lookup {

namespace {

/// An address as it stands in an address: "[192.0.2.1]", "[IPv6:2001:db8::1]".
QByteArray literalOf(QByteArray address)
{
    if (address.startsWith('[') && address.endsWith(']'))
        address = address.sliced(1, address.size() - 2);
    return '[' + QByteArray(address.contains(':') ? "ipv6:" : "") + address.toLower() + ']';
}

} // namespace

LocalDomains::LocalDomains(const effective::Values &values, qsizetype service, const Opening &opening)
{
    const auto valueOf = [&](QByteArrayView name) {
        const auto value = values.value(name, service);
        return value ? value->expanded : QByteArray();
    };
    m_destinations = MatchList(valueOf("mydestination"), opening);
    for (const char *interfaces : {"inet_interfaces", "proxy_interfaces"}) {
        for (const QByteArray &address : wordsOf(valueOf(interfaces))) {
            if (address == "all" || address == "loopback-only") {
                m_literals.insert(literalOf("127.0.0.1"));
                m_literals.insert(literalOf("::1"));
            } else {
                m_literals.insert(literalOf(address));
            }
        }
    }
}

Membership LocalDomains::find(const QByteArray &domain) const
{
    QByteArray name = domain;
    while (name.endsWith('.'))
        name.chop(1);
    const Membership known = m_destinations.find(name);
    if (known.isMember || !known.problem.isEmpty())
        return known;
    return {.isMember = m_literals.contains(name.toLower())};
}

} // namespace lookup
