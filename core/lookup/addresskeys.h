// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayList>
#include <QList>

#include <functional>
#include <optional>

namespace lookup {

/// What of an address, a name or a destination is asked, and in which order.
enum class KeyOrder : quint8 {
    Whole, ///< as it is, and nothing else
    Address, ///< user+ext@domain, user@domain, the user alone if the domain is local, @domain
    Mailbox, ///< the same without the user alone: virtual_mailbox_maps
    LocalPart, ///< user+ext, user: alias_maps
    Transport, ///< user+ext@domain, user@domain, the domain and its parents, *
    AccessAddress, ///< user+ext@domain, user@domain, the domain and its parents, user+ext@, user@
    AccessName, ///< the host name and its parents
    AccessClient, ///< "name [address]", a name or an address: the name and its parents, the address and its
                  ///< networks
    NextHop, ///< a destination in brackets or with a port as it is; a domain and its parents, each with a dot
    Login ///< a sender, then a host or a next hop: smtp_sasl_password_maps
};

/// What the server makes of addresses.
struct Site
{
    QByteArray recipientDelimiters = {}; ///< recipient_delimiter
    QByteArray nullSenderKey = "<>"; ///< smtpd_null_access_lookup_key and its kin
    bool propagatesExtensions = false; ///< propagate_unmatched_extensions names the feature
    bool parentsMatchSubdomains = false; ///< parent_domain_matches_subdomains names the feature
    std::function<bool(const QByteArray &domain)> isLocal = {}; ///< myorigin, mydestination, own addresses
};

struct AddressKey
{
    QByteArray key;
    /// A part of what was given: tables of patterns and networks are not asked for it.
    bool isPart = false;
    QByteArray extension = {}; ///< that was taken off, with its delimiter

    bool operator==(const AddressKey &) const = default;
};

/// The order for a parameter, or for a restriction such as check_sender_access; nothing for one that has no
/// tables that are asked by address.
std::optional<KeyOrder> keyOrderOf(QByteArrayView parameter);

/// mail_addr_find_opt() in src/global/mail_addr_find.c, transport_lookup() in
/// src/trivial-rewrite/transport.c, check_mail_access(), check_domain_access() and check_addr_access() in
/// src/smtpd/smtpd_check.c.
QList<AddressKey> addressKeys(const QByteArray &address, KeyOrder order, const Site &site);

/// Where the extension of a user begins, with its delimiter; -1 without one: split_addr_internal() in
/// src/global/split_addr.c.
qsizetype extensionAt(const QByteArray &user, const QByteArray &delimiters);

/// With quotes around the user where they are needed: quote_822_local() in src/global/quote_822_local.c.
QByteArray quotedAddress(const QByteArray &address);

} // namespace lookup
