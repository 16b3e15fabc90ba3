// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lookup/addresslookup.h"

#include "core/lookup/addresstokens.h"
#include "core/lookup/braces.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace lookup {

namespace {

template<size_t size>
bool isOneOf(QByteArrayView name, const std::array<const char *, size> &names)
{
    return std::any_of(names.begin(), names.end(),
                       [&](const char *one) { return name == QByteArrayView(one); });
}

/// DICT_FLAG_NO_REGSUB: a sender or recipient must not choose where mail goes.
constexpr std::array withoutSubstitution{"transport_maps",
                                         "address_verify_transport_maps",
                                         "sender_dependent_relayhost_maps",
                                         "address_verify_sender_dependent_relayhost_maps",
                                         "sender_dependent_default_transport_maps",
                                         "address_verify_sender_dependent_default_transport_maps",
                                         "mailbox_transport_maps",
                                         "fallback_transport_maps",
                                         "alias_maps",
                                         "virtual_mailbox_maps",
                                         "virtual_uid_maps",
                                         "virtual_gid_maps",
                                         "mailbox_command_maps"};
/// Their values are addresses that take the place of the one that was asked: mail_addr_map().
constexpr std::array rewriting{"virtual_alias_maps",      "virtual_maps",      "canonical_maps",
                               "sender_canonical_maps",   "smtp_generic_maps", "lmtp_generic_maps",
                               "recipient_canonical_maps"};

/// mail_addr_map_opt() in src/global/mail_addr_map.c.
QByteArray rewritten(const QByteArray &address, const QByteArray &value, const QByteArray &extension,
                     bool propagates)
{
    if (!value.startsWith('@'))
        return withExtension(value, propagates ? extension : QByteArray()).join(", ");
    const qsizetype at = address.lastIndexOf('@');
    const QByteArray user = at < 0 ? address : address.first(at);
    return quotedAddress((propagates ? user : user.first(user.size() - extension.size())) + value);
}

} // namespace

QByteArrayList withExtension(const QByteArray &value, const QByteArray &extension)
{
    QByteArrayList addresses;
    for (const AddressTokens &tokens : addressList(value)) {
        QByteArray address = writtenAddress(tokens);
        if (!extension.isEmpty()) {
            const qsizetype domain = address.lastIndexOf('@');
            address.insert(domain < 0 ? address.size() : domain, extension);
        }
        addresses.append(address);
    }
    return addresses;
}

Opening openingFor(QByteArrayView parameter, Opening opening)
{
    opening.areAliases =
        parameter == QByteArrayView("alias_maps") || parameter == QByteArrayView("alias_database");
    if (isOneOf(parameter, withoutSubstitution))
        opening.rules.allowsSubstitution = false;
    return opening;
}

QList<MapPointer> openAll(QByteArrayView parameter, const QByteArray &value, Opening opening)
{
    const Opening its = openingFor(parameter, std::move(opening));
    QList<MapPointer> maps;
    for (const QByteArray &name : wordsOf(value))
        maps.append(open(name, its));
    return maps;
}

AddressAnswer findKey(const QList<MapPointer> &maps, const AddressKey &key)
{
    AddressAnswer all;
    for (const MapPointer &map : maps) {
        if (key.isPart && map->keys() == Map::Keys::Patterns)
            continue;
        Answer answer = map->find(key.key);
        if (answer.isFound() && answer.value.isEmpty()) {
            answer.state = Answer::State::Failed;
            answer.problem = QCoreApplication::translate("lookup",
                                                         "The row has no value, and Postfix takes an empty "
                                                         "value for an error. Give it one.");
        }
        all.steps.append(Step{map->name(), key.key, answer});
        all.answer = answer;
        if (answer.isFound() || answer.isError())
            break;
    }
    all.result = all.answer.value;
    return all;
}

AddressAnswer findAddress(QByteArrayView parameter, const QList<MapPointer> &maps, const QByteArray &address,
                          const Site &site)
{
    AddressAnswer all;
    const KeyOrder order = keyOrderOf(parameter).value_or(KeyOrder::Whole);
    for (const AddressKey &key : addressKeys(address, order, site)) {
        const AddressAnswer one = findKey(maps, key);
        all.steps += one.steps;
        all.answer = one.answer;
        if (!one.answer.isFound() && !one.answer.isError())
            continue;
        all.result = one.result;
        if (one.answer.isFound() && isOneOf(parameter, rewriting))
            all.result = rewritten(address, one.result, key.extension, site.propagatesExtensions);
        all.extension = key.extension;
        break;
    }
    return all;
}

} // namespace lookup
