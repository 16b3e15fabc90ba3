// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lookup/addresskeys.h"

#include "core/lookup/folding.h"

#include <algorithm>
#include <array>

namespace lookup {

namespace {

struct ParameterOrder
{
    const char *name;
    KeyOrder order;
};

constexpr std::array parameterOrders{
    ParameterOrder{"virtual_alias_maps", KeyOrder::Address},
    ParameterOrder{"virtual_maps", KeyOrder::Address},
    ParameterOrder{"canonical_maps", KeyOrder::Address},
    ParameterOrder{"sender_canonical_maps", KeyOrder::Address},
    ParameterOrder{"recipient_canonical_maps", KeyOrder::Address},
    ParameterOrder{"smtp_generic_maps", KeyOrder::Address},
    ParameterOrder{"lmtp_generic_maps", KeyOrder::Address},
    ParameterOrder{"relocated_maps", KeyOrder::Address},
    ParameterOrder{"sender_bcc_maps", KeyOrder::Address},
    ParameterOrder{"recipient_bcc_maps", KeyOrder::Address},
    ParameterOrder{"local_recipient_maps", KeyOrder::Address},
    ParameterOrder{"relay_recipient_maps", KeyOrder::Address},
    ParameterOrder{"smtpd_sender_login_maps", KeyOrder::Address},
    ParameterOrder{"sender_dependent_relayhost_maps", KeyOrder::Address},
    ParameterOrder{"sender_dependent_default_transport_maps", KeyOrder::Address},
    ParameterOrder{"address_verify_sender_dependent_relayhost_maps", KeyOrder::Address},
    ParameterOrder{"address_verify_sender_dependent_default_transport_maps", KeyOrder::Address},
    ParameterOrder{"virtual_mailbox_maps", KeyOrder::Mailbox},
    ParameterOrder{"virtual_uid_maps", KeyOrder::Mailbox},
    ParameterOrder{"virtual_gid_maps", KeyOrder::Mailbox},
    ParameterOrder{"alias_maps", KeyOrder::LocalPart},
    ParameterOrder{"alias_database", KeyOrder::LocalPart},
    ParameterOrder{"transport_maps", KeyOrder::Transport},
    ParameterOrder{"address_verify_transport_maps", KeyOrder::Transport},
    ParameterOrder{"check_sender_access", KeyOrder::AccessAddress},
    ParameterOrder{"check_recipient_access", KeyOrder::AccessAddress},
    ParameterOrder{"check_client_access", KeyOrder::AccessClient},
    ParameterOrder{"check_reverse_client_hostname_access", KeyOrder::AccessName},
    ParameterOrder{"check_helo_access", KeyOrder::AccessName},
    ParameterOrder{"check_etrn_access", KeyOrder::AccessName},
    ParameterOrder{"smtp_tls_policy_maps", KeyOrder::NextHop},
    ParameterOrder{"lmtp_tls_policy_maps", KeyOrder::NextHop},
    ParameterOrder{"smtp_sasl_password_maps", KeyOrder::Login},
    ParameterOrder{"lmtp_sasl_password_maps", KeyOrder::Login},
    ParameterOrder{"mailbox_command_maps", KeyOrder::Whole},
    ParameterOrder{"mailbox_transport_maps", KeyOrder::Whole},
    ParameterOrder{"fallback_transport_maps", KeyOrder::Whole},
    ParameterOrder{"header_checks", KeyOrder::Whole},
    ParameterOrder{"mime_header_checks", KeyOrder::Whole},
    ParameterOrder{"nested_header_checks", KeyOrder::Whole},
    ParameterOrder{"body_checks", KeyOrder::Whole},
    ParameterOrder{"smtp_header_checks", KeyOrder::Whole},
    ParameterOrder{"milter_header_checks", KeyOrder::Whole},
    ParameterOrder{"relay_clientcerts", KeyOrder::Whole},
};

/// is_822_dot_string() in src/global/quote_822_local.c.
bool isDotString(QByteArrayView user)
{
    if (user.isEmpty() || user.startsWith('.') || user.endsWith('.') || user.toByteArray().contains(".."))
        return false;
    return std::none_of(user.begin(), user.end(), [](char c) {
        return (c >= 0 && c <= ' ') || c == '\x7f' || QByteArrayView("()<>@,;:\\\"[]").contains(c);
    });
}

QByteArray quotedUser(QByteArrayView user)
{
    if (isDotString(user))
        return user.toByteArray();
    QByteArray text = "\"";
    for (const char c : user) {
        if (c == '"' || c == '\\' || c == '\r')
            text += '\\';
        text += c;
    }
    return text + '"';
}

class Keys
{
public:
    Keys(const QByteArray &address, const Site &site) : m_site(site)
    {
        const qsizetype at = address.lastIndexOf('@');
        m_user = at < 0 ? address : address.first(at);
        m_hasDomain = at >= 0;
        if (m_hasDomain)
            m_domain = address.sliced(at + 1);
        const qsizetype extension = extensionAt(m_user, site.recipientDelimiters);
        if (extension > 0) {
            m_bare = m_user.first(extension);
            m_extension = m_user.sliced(extension);
        }
    }

    void addWhole()
    {
        addBoth(m_user, m_hasDomain ? '@' + m_domain : QByteArray(), false, {});
        if (!m_extension.isEmpty())
            addBoth(m_bare, m_hasDomain ? '@' + m_domain : QByteArray(), true, m_extension);
    }
    /// `behind` is empty or an @.
    void addUsers(const QByteArray &behind)
    {
        addBoth(m_user, behind, true, {});
        if (!m_extension.isEmpty())
            addBoth(m_bare, behind, true, m_extension);
    }
    void addDomainAndParents(const QByteArray &domain, bool isFirstWhole)
    {
        bool isPart = !isFirstWhole;
        for (QByteArray name = domain; !name.isEmpty();) {
            add(name, isPart);
            isPart = true;
            const qsizetype dot = name.indexOf('.', 1);
            if (dot < 0)
                break;
            name = name.sliced(m_site.parentsMatchSubdomains ? dot + 1 : dot);
        }
    }
    void addNetworks(const QByteArray &address)
    {
        const char delimiter = address.contains(':') ? ':' : '.';
        bool isPart = false;
        for (QByteArray name = address; !name.isEmpty();) {
            add(name, isPart);
            isPart = true;
            const qsizetype at = name.lastIndexOf(delimiter);
            if (at < 0)
                break;
            name.truncate(at);
        }
    }
    void add(const QByteArray &key, bool isPart)
    {
        if (!key.isEmpty())
            m_keys.append(AddressKey{key, isPart, {}});
    }

    bool hasDomain() const { return m_hasDomain; }
    const QByteArray &domain() const { return m_domain; }
    bool isLocal() const { return m_hasDomain && m_site.isLocal && m_site.isLocal(m_domain); }
    const QList<AddressKey> &keys() const { return m_keys; }

private:
    /// With quotes first, as postmap(1) wants it, then as it was before Postfix 3.2.
    void addBoth(const QByteArray &user, const QByteArray &behind, bool isPart, const QByteArray &extension)
    {
        const QByteArray quoted = quotedUser(user);
        if (user.isEmpty() && behind.isEmpty())
            return;
        m_keys.append(AddressKey{quoted + behind, isPart, extension});
        if (quoted != user)
            m_keys.append(AddressKey{user + behind, isPart, extension});
    }

    const Site &m_site;
    QByteArray m_user;
    QByteArray m_domain;
    bool m_hasDomain = false;
    QByteArray m_bare;
    QByteArray m_extension;
    QList<AddressKey> m_keys;
};

bool isAddress(const QByteArray &text)
{
    return text.contains(':') || (!text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) {
               return c == '.' || (c >= '0' && c <= '9');
           }));
}

void addClient(Keys &keys, const QByteArray &client)
{
    const qsizetype bracket = client.indexOf('[');
    const QByteArray name = (bracket < 0 ? client : client.first(bracket)).trimmed();
    const qsizetype close = client.indexOf(']', bracket);
    const QByteArray address =
        bracket < 0 ? QByteArray() : client.mid(bracket + 1, close < 0 ? -1 : close - bracket - 1);
    if (isAddress(name)) {
        keys.addNetworks(name);
        return;
    }
    keys.addDomainAndParents(name, true);
    keys.addNetworks(address);
}

/// tls_policy_lookup() in src/smtp/smtp_tls_policy.c.
void addNextHop(Keys &keys, const QByteArray &nextHop)
{
    keys.add(nextHop, false);
    const bool isDomain = !nextHop.contains('[') && !nextHop.contains(':');
    for (qsizetype dot = nextHop.indexOf('.', 1); isDomain && dot > 0; dot = nextHop.indexOf('.', dot + 1))
        keys.add(nextHop.sliced(dot), false);
}

} // namespace

std::optional<KeyOrder> keyOrderOf(QByteArrayView parameter)
{
    const auto *found =
        std::find_if(parameterOrders.begin(), parameterOrders.end(),
                     [&](const ParameterOrder &row) { return parameter == QByteArrayView(row.name); });
    return found == parameterOrders.end() ? std::nullopt : std::optional(found->order);
}

qsizetype extensionAt(const QByteArray &user, const QByteArray &delimiters)
{
    const QByteArray small = folded(user, false);
    if (small == "mailer-daemon" || small == "postmaster" || small == "double-bounce")
        return -1;
    const auto isDelimiter = [&](char c) { return delimiters.contains(c); };
    const qsizetype at = std::find_if(user.begin(), user.end(), isDelimiter) - user.begin();
    if (at == 0 || at == user.size())
        return -1;
    if (delimiters.contains('-') && (small.startsWith("owner-") || small.endsWith("-request")))
        return -1;
    return at;
}

QByteArray quotedAddress(const QByteArray &address)
{
    const qsizetype route = address.startsWith('@') ? address.indexOf(':') + 1 : 0;
    const qsizetype at = address.lastIndexOf('@');
    const qsizetype end = at < route ? address.size() : at;
    return address.first(route) + quotedUser(address.mid(route, end - route)) + address.sliced(end);
}

QList<AddressKey> addressKeys(const QByteArray &address, KeyOrder order, const Site &site)
{
    const bool isNull = address.isEmpty() || address == "<>";
    if (isNull && order == KeyOrder::AccessAddress)
        return {AddressKey{site.nullSenderKey, false, {}}};
    if (isNull && order == KeyOrder::Address)
        return addressKeys(site.nullSenderKey, KeyOrder::Mailbox, site);
    Keys keys(address, site);
    switch (order) {
    case KeyOrder::Whole:
        keys.add(address, false);
        break;
    case KeyOrder::Address:
    case KeyOrder::Mailbox:
        keys.addWhole();
        if (order == KeyOrder::Address && keys.isLocal())
            keys.addUsers({});
        if (keys.hasDomain())
            keys.add('@' + keys.domain(), true);
        break;
    case KeyOrder::LocalPart: {
        const qsizetype at = address.lastIndexOf('@');
        // local(8) asks with the user as it is, not quoted: deliver_alias() in src/local/alias.c.
        QList<AddressKey> plain;
        const QByteArray user = at < 0 ? address : address.first(at);
        plain.append(AddressKey{user, false, {}});
        const qsizetype extension = extensionAt(user, site.recipientDelimiters);
        if (extension > 0)
            plain.append(AddressKey{user.first(extension), false, user.sliced(extension)});
        return plain;
    }
    case KeyOrder::Transport:
        keys.addWhole();
        keys.addDomainAndParents(keys.domain(), false);
        keys.add("*", false);
        break;
    case KeyOrder::AccessAddress:
        keys.addWhole();
        keys.addDomainAndParents(keys.domain(), false);
        keys.addUsers("@");
        break;
    case KeyOrder::AccessName:
        keys.addDomainAndParents(address, true);
        break;
    case KeyOrder::AccessClient:
        addClient(keys, address);
        break;
    case KeyOrder::NextHop:
        addNextHop(keys, address);
        break;
    case KeyOrder::Login:
        // A sender as mail_addr_find() asks it, else a host: smtp_sasl_passwd_lookup() in
        // src/smtp/smtp_sasl_glue.c.
        if (keys.hasDomain())
            return addressKeys(address, KeyOrder::Address, site);
        keys.add(address, false);
        break;
    }
    return keys.keys();
}

} // namespace lookup
