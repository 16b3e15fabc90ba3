// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lookup/site.h"

#include "core/lookup/braces.h"
#include "core/lookup/folding.h"
#include "core/lookup/localdomains.h"

namespace lookup {

namespace {

QByteArray valueOf(const effective::Values &values, QByteArrayView name,
                   qsizetype service = effective::noService)
{
    const auto value = values.value(name, service);
    return value ? value->expanded : QByteArray();
}

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

Opening openingOf(const effective::Values &values, const ReadTable &read, qsizetype service)
{
    Opening opening{.read = read};
    opening.rules.isUtf8 = valueOf(values, "smtputf8_enable", service).toLower() == "yes";
    if (const QByteArray type = valueOf(values, "default_database_type", service); !type.isEmpty())
        opening.defaultType = type;
    return opening;
}

Site siteOf(const effective::Values &values, QByteArrayView parameter, const Opening &opening,
            qsizetype service)
{
    Site site{.recipientDelimiters = valueOf(values, "recipient_delimiter", service)};
    const QByteArrayView feature = parameter.endsWith("_access") ? "smtpd_access_maps" : "transport_maps";
    site.parentsMatchSubdomains =
        wordsOf(valueOf(values, "parent_domain_matches_subdomains", service)).contains(feature.toByteArray());
    site.propagatesExtensions = wordsOf(valueOf(values, "propagate_unmatched_extensions", service))
                                    .contains(extensionClass(parameter));
    if (const QByteArray key = valueOf(values, nullKeyParameter(parameter), service); !key.isEmpty())
        site.nullSenderKey = key;
    // mail_addr_find_opt() in src/global/mail_addr_find.c asks for myorigin as well.
    site.isLocal = [local = LocalDomains(values, service, opening), isUtf8 = opening.rules.isUtf8,
                    origin = folded(valueOf(values, "myorigin", service), opening.rules.isUtf8)](
                       const QByteArray &domain) {
        return folded(domain, isUtf8) == origin || local.find(domain).isMember;
    };
    return site;
}

AddressAnswer findAddress(const effective::Values &values, QByteArrayView parameter,
                          const QByteArray &address, const Opening &opening, qsizetype service)
{
    const QList<MapPointer> maps = openAll(parameter, valueOf(values, parameter, service), opening);
    return findAddress(parameter, maps, address, siteOf(values, parameter, opening, service));
}

} // namespace lookup
