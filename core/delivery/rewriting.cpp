// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/delivery/rewriting.h"

#include "core/lookup/addresstokens.h"

#include <algorithm>

namespace delivery {

using lookup::AddressToken;
using lookup::AddressTokens;
using lookup::firstOperator;
using lookup::lastOperator;
using Kind = AddressToken::Kind;

namespace {

const AddressToken at{Kind::Operator, "@"};

bool isSingleQuoted(const AddressTokens &tokens)
{
    return tokens.size() == 1 && tokens.first().kind == Kind::Quoted;
}

void dropDotAtEnd(AddressTokens &tokens)
{
    if (tokens.size() > 1 && tokens.last().is('.') && !tokens[tokens.size() - 2].is('.')
        && !tokens[tokens.size() - 2].is('@'))
        tokens.removeLast();
}

void rewrite(AddressTokens &tokens, const Settings &settings)
{
    if (tokens.isEmpty() || (isSingleQuoted(tokens) && tokens.first().text.isEmpty()))
        return;
    if (tokens.size() == 1 && tokens.first().is('@')) {
        tokens = {AddressToken{Kind::Quoted, {}}};
        return;
    }
    if (tokens.first().is('@')) {
        const qsizetype colon = firstOperator(tokens, ':');
        if (colon >= 0 && colon + 1 < tokens.size())
            tokens = tokens.mid(colon + 1);
    }
    if (lastOperator(tokens, '@') < 0) {
        const qsizetype bang = firstOperator(tokens, '!');
        const qsizetype percent = lastOperator(tokens, '%');
        if (bang >= 0 && settings.isYes("swap_bangpath")) {
            const AddressTokens domain = tokens.first(bang);
            tokens = tokens.mid(bang + 1) + AddressTokens{at} + domain;
        } else if (percent >= 0 && settings.isYes("allow_percent_hack")) {
            tokens[percent] = at;
        } else if (settings.isYes("append_at_myorigin") && !settings.text("myorigin").isEmpty()) {
            tokens += AddressTokens{at} + lookup::addressTokens(settings.text("myorigin"));
        }
    }
    const qsizetype domain = lastOperator(tokens, '@');
    const bool isLiteral = std::any_of(tokens.begin() + std::max<qsizetype>(domain, 0), tokens.end(),
                                       [](const AddressToken &token) { return token.kind == Kind::Literal; });
    if (domain >= 0 && domain + 1 < tokens.size() && !isLiteral && firstOperator(tokens, '.', domain) < 0
        && settings.isYes("append_dot_mydomain") && !settings.text("mydomain").isEmpty()) {
        tokens.append(AddressToken{Kind::Operator, "."});
        tokens += lookup::addressTokens(settings.text("mydomain"));
    }
    dropDotAtEnd(tokens);
}

/// Opens a user in quotes in which there is more routing; false when there is none.
bool openQuotes(AddressTokens &tokens, const Settings &settings)
{
    if (!settings.isYes("resolve_dequoted_address") || !isSingleQuoted(tokens))
        return false;
    QByteArray user = tokens.first().text;
    const qsizetype routed = user.lastIndexOf('@');
    const qsizetype percent = settings.isYes("allow_percent_hack") ? user.lastIndexOf('%') : -1;
    const bool hasBang = settings.isYes("swap_bangpath") && user.contains('!');
    if (routed < 0 && percent < 0 && !hasBang)
        return false;
    if (routed < 0 && percent >= 0)
        user[percent] = '@';
    const bool isAddress = routed >= 0 || percent >= 0;
    tokens = lookup::addressTokens(isAddress ? lookup::quotedAddress(user) : user);
    rewrite(tokens, settings);
    return true;
}

/// valid_hostname() and valid_hostliteral() in src/util/valid_hostname.c.
bool isHostName(const QByteArray &name)
{
    if (name.startsWith('['))
        return name.size() > 2 && name.endsWith(']');
    if (name.isEmpty() || name.size() > 255 || name.endsWith('.') || name.endsWith('-'))
        return false;
    bool hasLetter = false;
    qsizetype label = 0;
    for (qsizetype i = 0; i < name.size(); ++i) {
        const char c = name[i];
        const bool isWord = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
            || c == '_' || static_cast<unsigned char>(c) >= 0x80;
        hasLetter = hasLetter || (isWord && (c < '0' || c > '9')) || c == '-';
        if (isWord) {
            ++label;
        } else if (c == '-') {
            if (++label == 1)
                return false;
        } else if (c == '.') {
            if (label == 0 || name[i - 1] == '-')
                return false;
            label = 0;
        } else {
            return false;
        }
        if (label > 63)
            return false;
    }
    return hasLetter;
}

/// Takes off local domains until a foreign one, or the user alone, is left. The domain that was taken off
/// last, if it was local.
struct Stripped
{
    AddressTokens tokens;
    bool isLocal = false;
    QString problem = {};
};

Stripped withoutLocalRouting(const QByteArray &address, Settings &settings)
{
    Stripped left{.tokens = lookup::addressTokens(lookup::quotedAddress(address))};
    AddressTokens &tokens = left.tokens;
    AddressTokens saved;
    for (qsizetype turns = address.size() + 100; turns > 0; --turns) {
        if (lastOperator(tokens, '@') >= 0 && tokens.size() > 1 && tokens.last().is('.')
            && !tokens[tokens.size() - 2].is('.'))
            tokens.removeLast();
        if (!tokens.isEmpty() && tokens.last().is('@') && settings.isYes("resolve_null_domain"))
            tokens.removeLast();
        if (const qsizetype domain = lastOperator(tokens, '@'); domain >= 0) {
            const AddressTokens name = tokens.mid(domain + 1);
            if (!name.isEmpty()) {
                const lookup::Membership local = settings.localDomains().find(lookup::plainAddress(name));
                if (!local.problem.isEmpty()) {
                    left.problem = local.problem;
                    return left;
                }
                if (!local.isMember)
                    return left;
            } else {
                return left;
            }
            saved = tokens.mid(domain);
            tokens = tokens.first(domain);
        }
        if (lastOperator(tokens, '@') >= 0
            || (lastOperator(tokens, '!') >= 0 && settings.isYes("swap_bangpath"))
            || (lastOperator(tokens, '%') >= 0 && settings.isYes("allow_percent_hack"))) {
            rewrite(tokens, settings);
            continue;
        }
        if (openQuotes(tokens, settings))
            continue;
        if (tokens.isEmpty() || (isSingleQuoted(tokens) && tokens.first().text.isEmpty()))
            tokens = lookup::addressTokens(settings.text("empty_address_recipient"));
        break;
    }
    left.isLocal = true;
    if (saved.isEmpty())
        saved = AddressTokens{at} + lookup::addressTokens(settings.text("myhostname"));
    tokens += saved;
    return left;
}

/// "transport:nexthop", either of which may be missing.
void split(const QByteArray &value, QByteArray &transport, QByteArray &nextHop)
{
    const qsizetype colon = value.indexOf(':');
    transport = colon < 0 ? value : value.first(colon);
    if (colon >= 0 && colon + 1 < value.size())
        nextHop = value.sliced(colon + 1);
}

class Resolver
{
public:
    Resolver(const QByteArray &address, Settings &settings) : m_settings(settings)
    {
        const Stripped stripped = withoutLocalRouting(address, settings);
        m_found.recipient = lookup::plainAddress(stripped.tokens);
        m_domain = m_found.recipient.sliced(m_found.recipient.lastIndexOf('@') + 1);
        if (!stripped.problem.isEmpty())
            fail("mydestination", stripped.problem);
        else if (!isHostName(m_domain)
                 || (m_found.recipient.startsWith('-') && !settings.isYes("allow_min_user")))
            m_found.why = Why::BadAddress;
        else if (stripped.isLocal)
            take("mydestination", "local_transport", m_domain);
        else
            classify();
    }

    Destination resolve()
    {
        if (isDone())
            return m_found;
        if (m_found.why != Why::NotInVirtualAliases)
            askTransports();
        if (!isDone())
            askRelocated();
        return m_found;
    }

private:
    bool isDone() const { return m_found.why == Why::BadAddress || !m_found.problem.isEmpty(); }

    void fail(QByteArrayView parameter, const QString &problem)
    {
        m_found.row = {parameter.toByteArray()};
        m_found.problem = problem;
        m_found.why = Why::LookupFailed;
    }

    void take(QByteArrayView list, QByteArrayView transport, const QByteArray &nextHop)
    {
        m_found.row = {list.isEmpty() ? transport.toByteArray() : list.toByteArray()};
        m_found.nextHop = nextHop;
        split(m_settings.text(transport), m_found.transport, m_found.nextHop);
    }

    /// True when the domain is in the list, or when that can't be told.
    bool isIn(QByteArrayView list, lookup::MatchList::Parents parents)
    {
        const lookup::Membership found = m_settings.find(list, m_domain, parents);
        if (!found.problem.isEmpty())
            fail(list, found.problem);
        return found.isMember || !found.problem.isEmpty();
    }

    void classify()
    {
        using Parents = lookup::MatchList::Parents;
        const bool parentsMatch = m_settings.contains("parent_domain_matches_subdomains", "relay_domains");
        if (isIn("virtual_alias_domains", Parents::None)) {
            if (!m_found.problem.isEmpty())
                return;
            m_found.transport = "error";
            m_found.why = Why::NotInVirtualAliases;
            m_found.row = {"virtual_alias_domains"};
        } else if (isIn("virtual_mailbox_domains", Parents::None)) {
            if (m_found.problem.isEmpty())
                take("virtual_mailbox_domains", "virtual_transport", m_domain);
        } else {
            const QByteArray relayHost = m_settings.text("relayhost");
            const QByteArray &nextHop = relayHost.isEmpty() ? m_domain : relayHost;
            if (!isIn("relay_domains", parentsMatch ? Parents::Domain : Parents::Dot))
                take({}, "default_transport", nextHop);
            else if (m_found.problem.isEmpty())
                take("relay_domains", "relay_transport", nextHop);
        }
    }

    /// transport_lookup() and update_entry() in src/trivial-rewrite/transport.c.
    void askTransports()
    {
        const lookup::AddressAnswer answer = m_settings.find("transport_maps", m_found.recipient);
        if (answer.answer.isError()) {
            fail("transport_maps", answer.answer.problem);
            m_found.row = rowOf("transport_maps", answer);
            if (answer.answer.state == lookup::Answer::State::NotAsked)
                m_found.why = Why::NotAsked;
        }
        if (!answer.answer.isFound())
            return;
        QByteArray transport;
        QByteArray nextHop;
        split(answer.answer.value, transport, nextHop);
        m_found.row = rowOf("transport_maps", answer);
        if (!transport.isEmpty()) {
            m_found.transport = transport;
            m_found.nextHop =
                transport == "error" || transport == "retry" ? "Address is undeliverable" : m_domain;
        }
        if (!nextHop.isEmpty())
            m_found.nextHop = nextHop;
    }

    void askRelocated()
    {
        const lookup::AddressAnswer answer = m_settings.find("relocated_maps", m_found.recipient);
        if (answer.answer.isError()) {
            fail("relocated_maps", answer.answer.problem);
            if (answer.answer.state == lookup::Answer::State::NotAsked)
                m_found.why = Why::NotAsked;
        } else if (!answer.answer.isFound()) {
            return;
        } else {
            m_found.transport = "error";
            m_found.nextHop = answer.answer.value;
            m_found.why = Why::Relocated;
        }
        m_found.row = rowOf("relocated_maps", answer);
    }

    Settings &m_settings;
    Destination m_found;
    QByteArray m_domain;
};

} // namespace

Row rowOf(QByteArrayView parameter, const lookup::AddressAnswer &answer)
{
    Row row{parameter.toByteArray()};
    if (!answer.steps.isEmpty()) {
        row.table = answer.steps.last().table;
        row.key = answer.steps.last().key;
    }
    if (!answer.answer.rows.isEmpty()) {
        row.line = answer.answer.rows.first().line;
        row.table = answer.answer.rows.first().table;
    }
    return row;
}

QByteArray completed(const QByteArray &address, const Settings &settings)
{
    AddressTokens tokens = lookup::addressTokens(lookup::quotedAddress(address));
    rewrite(tokens, settings);
    return lookup::plainAddress(tokens);
}

Destination destinationOf(const QByteArray &address, Settings &settings)
{
    return Resolver(address, settings).resolve();
}

} // namespace delivery
