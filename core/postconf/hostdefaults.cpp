// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postconf/names.h"
#include "core/postconf/nameval.h"

#include <algorithm>
#include <array>

namespace postconf {

namespace {

constexpr std::array networkStyles{"class", "subnet", "host"};
constexpr std::array protocols{"all", "ipv4", "ipv6"};

/// Ends the run for a word that is not in the table: name_mask_opt() in src/util/name_mask.c.
template<typename Table>
void checkWords(const QByteArray &value, const Table &table, const QByteArray &what, Log &log)
{
    QByteArrayView rest = value;
    for (QByteArrayView word = nextPlainWord(rest, blanksAndCommas); !word.isNull();
         word = nextPlainWord(rest, blanksAndCommas)) {
        if (std::none_of(table.begin(), table.end(), [&](const char *known) { return word == known; }))
            log.end("unknown " + what + " value \"" + word.toByteArray() + "\" in \"" + value + '"');
    }
}

} // namespace

QByteArray Names::defaultOf(const QByteArray &name, const KnownName &known)
{
    if (!known.parameter)
        return known.serviceDefault.toByteArray();
    if (!known.parameter->decidedBy)
        return known.parameter->defaultFor(m_configuration.target).toByteArray();
    const auto cached = m_hostDefaults.constFind(name);
    if (cached != m_hostDefaults.cend())
        return *cached;
    const QByteArray value = hostDefaultOf(*known.parameter);
    m_hostDefaults.insert(name, value);
    return value;
}

// The defaults of three parameters follow what main.cf says of others: src/postconf/postconf_builtin.c.
QByteArray Names::hostDefaultOf(const catalog::Parameter &parameter)
{
    const catalog::Host &host = m_configuration.host;
    if (parameter.name == "mynetworks")
        return networks();
    if (parameter.name != "myhostname" && parameter.name != "mydomain")
        return catalog::defaultFor(m_configuration.catalog, parameter, m_configuration.target, host);
    const auto computedName = [&] {
        // Only a name without a dot needs a domain; an empty one is one.
        if (host.name.contains('.'))
            return host.name;
        const std::optional<QByteArray> domain = evaluated("mydomain", m_main);
        return domain ? host.name + '.' + *domain : catalog::myhostnameOf(host);
    };
    if (parameter.name == "myhostname")
        return computedName();
    const std::optional<QByteArray> own = evaluated("myhostname", m_main);
    return catalog::mydomainOf(own ? *own : computedName());
}

QByteArray Names::networks()
{
    const auto settingOf = [&](const char *name) {
        if (auto own = evaluated(name, m_main))
            return *std::move(own);
        const auto known = m_known.constFind(name);
        return known == m_known.cend() ? QByteArray() : expanded(defaultOf(name, *known), -1);
    };
    const QByteArray interfaces = settingOf("inet_interfaces");
    const QByteArray style = settingOf("mynetworks_style");
    const QByteArray families = settingOf("inet_protocols");
    checkWords(families, protocols, "inet_protocols", m_log);
    checkWords(style, networkStyles, "mynetworks mask style", m_log);
    if (m_log.hasEnded())
        return {};
    // Addresses that are not this machine's are no reason to give up: the files may be another's.
    const QByteArray found = catalog::mynetworksOf(
        m_configuration.host,
        {.mynetworksStyle = style, .inetInterfaces = interfaces, .inetProtocols = families});
    // Postfix puts a blank behind each, which shows where another value takes it in.
    return found.isEmpty() ? found : found + ' ';
}

} // namespace postconf
