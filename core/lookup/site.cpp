// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lookup/site.h"

#include "core/lookup/braces.h"
#include "core/lookup/folding.h"

#include <QSet>

namespace lookup {

namespace {

QByteArray valueOf(const effective::Values &values, QByteArrayView name)
{
    const auto value = values.value(name);
    return value ? value->expanded : QByteArray();
}

/// resolve_local() in src/global/resolve_local.c.
class LocalDomains
{
public:
    LocalDomains(const effective::Values &values, const Opening &opening)
        : m_origin(folded(valueOf(values, "myorigin"), opening.rules.isUtf8)), m_isUtf8(opening.rules.isUtf8)
    {
        for (const QByteArray &word : wordsOf(valueOf(values, "mydestination"))) {
            const bool isNegated = word.startsWith('!');
            const QByteArray name = isNegated ? word.sliced(1) : word;
            m_entries.append(Entry{isNegated, folded(name, m_isUtf8),
                                   name.contains(':') ? open(name, opening) : MapPointer()});
        }
        for (const char *interfaces : {"inet_interfaces", "proxy_interfaces"}) {
            for (const QByteArray &address : wordsOf(valueOf(values, interfaces)))
                m_literals.insert('[' + address + ']');
        }
    }

    bool contain(const QByteArray &domain) const
    {
        QByteArray name = folded(domain, m_isUtf8);
        if (name == m_origin)
            return true;
        while (name.endsWith('.'))
            name.chop(1);
        for (const Entry &entry : m_entries) {
            if (entry.map ? entry.map->find(name).isFound() : entry.name == name)
                return !entry.isNegated;
        }
        return m_literals.contains(name);
    }

private:
    struct Entry
    {
        bool isNegated = false;
        QByteArray name = {};
        MapPointer map = {};
    };

    QByteArray m_origin;
    bool m_isUtf8 = false;
    QList<Entry> m_entries;
    QSet<QByteArray> m_literals;
};

/// The word for it in propagate_unmatched_extensions.
QByteArray extensionClass(QByteArrayView parameter)
{
    if (parameter.endsWith("canonical_maps"))
        return "canonical";
    if (parameter.endsWith("generic_maps"))
        return "generic";
    return parameter.startsWith("virtual_") ? "virtual" : "alias";
}

QByteArrayView nullKeyParameter(QByteArrayView parameter)
{
    if (parameter.endsWith("_access"))
        return "smtpd_null_access_lookup_key";
    if (parameter.endsWith("sender_dependent_relayhost_maps"))
        return "empty_address_relayhost_maps_lookup_key";
    if (parameter.endsWith("sender_dependent_default_transport_maps"))
        return "empty_address_default_transport_maps_lookup_key";
    return {};
}

} // namespace

Opening openingOf(const effective::Values &values, const ReadTable &read)
{
    Opening opening{.read = read};
    opening.rules.isUtf8 = valueOf(values, "smtputf8_enable").toLower() == "yes";
    if (const QByteArray type = valueOf(values, "default_database_type"); !type.isEmpty())
        opening.defaultType = type;
    return opening;
}

Site siteOf(const effective::Values &values, QByteArrayView parameter, const Opening &opening)
{
    Site site{.recipientDelimiters = valueOf(values, "recipient_delimiter")};
    const QByteArrayView feature = parameter.endsWith("_access") ? "smtpd_access_maps" : "transport_maps";
    site.parentsMatchSubdomains =
        wordsOf(valueOf(values, "parent_domain_matches_subdomains")).contains(feature.toByteArray());
    site.propagatesExtensions =
        wordsOf(valueOf(values, "propagate_unmatched_extensions")).contains(extensionClass(parameter));
    if (const QByteArray key = valueOf(values, nullKeyParameter(parameter)); !key.isEmpty())
        site.nullSenderKey = key;
    site.isLocal = [local = LocalDomains(values, opening)](const QByteArray &domain) {
        return local.contain(domain);
    };
    return site;
}

AddressAnswer findAddress(const effective::Values &values, QByteArrayView parameter,
                          const QByteArray &address, const Opening &opening)
{
    const QList<MapPointer> maps = openAll(parameter, valueOf(values, parameter), opening);
    return findAddress(parameter, maps, address, siteOf(values, parameter, opening));
}

} // namespace lookup
