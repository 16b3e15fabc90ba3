// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lookup/addresslookup.h"

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

/// The addresses of a list; commas in quotes divide nothing.
QByteArrayList addressesIn(const QByteArray &value)
{
    QByteArrayList addresses{QByteArray()};
    bool isQuoted = false;
    for (qsizetype i = 0; i < value.size(); ++i) {
        const char c = value[i];
        isQuoted ^= c == '"';
        if (c == ',' && !isQuoted)
            addresses.append(QByteArray());
        else
            addresses.last() += c;
        if (c == '\\' && i + 1 < value.size())
            addresses.last() += value[++i];
    }
    for (QByteArray &address : addresses)
        address = address.trimmed();
    addresses.removeAll(QByteArray());
    return addresses;
}

/// mail_addr_map_opt() in src/global/mail_addr_map.c, mail_addr_crunch_opt() in
/// src/global/mail_addr_crunch.c.
QByteArray rewritten(const QByteArray &address, const QByteArray &value, const QByteArray &extension)
{
    const qsizetype at = address.lastIndexOf('@');
    if (value.startsWith('@'))
        return (at < 0 ? address : address.first(at)) + value;
    if (extension.isEmpty())
        return value;
    QByteArrayList all = addressesIn(value);
    for (QByteArray &one : all) {
        const qsizetype domain = one.lastIndexOf('@');
        one.insert(domain < 0 ? one.size() : domain, extension);
    }
    return all.join(", ");
}

} // namespace

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
            all.result =
                rewritten(address, one.result, site.propagatesExtensions ? key.extension : QByteArray());
        break;
    }
    return all;
}

} // namespace lookup
