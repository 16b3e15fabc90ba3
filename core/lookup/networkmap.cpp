// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lookup/networkmap.h"

#include "core/lookup/rowtext.h"
#include "core/syntax/logicallines.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>

namespace lookup {

using syntax::isSpace;

namespace {

constexpr int byteBits = 8;

std::optional<QByteArray> addressOf(QByteArrayView text)
{
    const bool isIpv6 = text.contains(':');
    QByteArray bytes(isIpv6 ? 16 : 4, '\0');
    const QByteArray string = text.toByteArray();
    return inet_pton(isIpv6 ? AF_INET6 : AF_INET, string.constData(), bytes.data()) == 1
        ? std::optional(bytes)
        : std::nullopt;
}

/// Of a byte, the bits that belong to the network.
unsigned char maskAt(qsizetype byte, int length)
{
    const auto bits = std::clamp<qsizetype>(length - byte * byteBits, 0, byteBits);
    return static_cast<unsigned char>(0xff00U >> static_cast<unsigned>(bits));
}

QByteArray masked(QByteArray address, int length)
{
    for (qsizetype i = 0; i < address.size(); ++i)
        address[i] = static_cast<char>(static_cast<unsigned char>(address[i]) & maskAt(i, length));
    return address;
}

QByteArray textOf(const QByteArray &address)
{
    std::array<char, INET6_ADDRSTRLEN> text{};
    inet_ntop(address.size() == 4 ? AF_INET : AF_INET6, address.constData(), text.data(), text.size());
    return text.data();
}

} // namespace

NetworkMap::NetworkMap(const QByteArray &name, const syntax::Table &table, const Rules &rules)
    : Map(name, Keys::Patterns, rules)
{
    RowLineNumbers numbers(table.text());
    table.forEachRowInForce([&](const syntax::RowLines &lines) {
        const syntax::LogicalRow row(lines);
        const QByteArrayView text = readText(row);
        const qsizetype line = numbers.lineOf(lines);
        if (text.isEmpty())
            return true;
        if (row.isWord("if")) {
            if (const auto network = readNetwork(text.sliced(2).trimmed(), line)) {
                m_open.append(m_rules.size());
                m_rules.append(Rule{.kind = Rule::Kind::If, .line = line, .network = *network});
            }
        } else if (!row.isWord("endif")) {
            readRow(text, line);
        } else if (text.size() > 5) {
            warn(line, "garbage after ENDIF: skipping this rule");
        } else if (m_open.isEmpty()) {
            warn(line, "ENDIF without IF: skipping this rule");
        } else {
            m_rules[m_open.takeLast()].endIf = m_rules.size();
            m_rules.append(Rule{.kind = Rule::Kind::EndIf, .line = line});
        }
        return true;
    });
    for (auto open = m_open.crbegin(); open != m_open.crend(); ++open)
        warn(m_rules[*open].line, "IF has no matching ENDIF");
}

void NetworkMap::readRow(QByteArrayView text, qsizetype line)
{
    const qsizetype end = std::find_if(text.begin(), text.end(), isSpace) - text.begin();
    const QByteArrayView value = text.sliced(end).trimmed();
    if (value.isEmpty()) {
        warn(line, "no lookup result: skipping this rule");
        return;
    }
    if (const auto network = readNetwork(text.first(end), line))
        m_rules.append(Rule{.line = line, .network = *network, .value = value.toByteArray()});
}

std::optional<NetworkMap::Network> NetworkMap::readNetwork(QByteArrayView pattern, qsizetype line)
{
    const auto refuse = [&](const QByteArray &why) {
        warn(line, why + ": skipping this rule");
        return std::nullopt;
    };
    Network network;
    for (; pattern.startsWith('!'); pattern = pattern.sliced(1))
        network.isNegated = !network.isNegated;
    if (pattern.isEmpty())
        return refuse("no address pattern");
    QByteArrayView host = pattern;
    std::optional<QByteArrayView> length;
    if (host.startsWith('[')) {
        const qsizetype close = host.indexOf(']');
        if (close < 0)
            return refuse("missing ']' character after \"" + pattern.toByteArray() + '"');
        const QByteArrayView behind = host.sliced(close + 1);
        host = host.sliced(1, close - 1);
        if (behind.startsWith('/'))
            length = behind.sliced(1);
        else if (!behind.isEmpty())
            return refuse("garbage after \"[" + host.toByteArray() + "]\"");
    }
    if (const qsizetype slash = host.indexOf('/'); slash >= 0 && !length) {
        length = host.sliced(slash + 1);
        host = host.first(slash);
    }
    const auto address = addressOf(host);
    const bool isNumber = !length
        || (!length->isEmpty() && length->size() < 6
            && std::all_of(length->begin(), length->end(), [](char c) { return c >= '0' && c <= '9'; }));
    const auto bits = static_cast<int>(address ? address->size() * byteBits : 0);
    network.length = length ? length->toInt() : bits;
    if (!address || !isNumber || network.length > bits)
        return refuse((length ? "bad net/mask pattern: \"" : "bad address pattern: \"")
                      + pattern.toByteArray() + '"');
    network.address = *address;
    const QByteArray base = masked(*address, network.length);
    if (base != *address)
        return refuse("non-null host address bits in \"" + pattern.toByteArray()
                      + "\", perhaps you should use \"" + textOf(base) + '/'
                      + QByteArray::number(network.length) + "\" instead");
    return network;
}

bool NetworkMap::contains(const Network &network, const QByteArray &address)
{
    if (address.size() != network.address.size())
        return false;
    bool isInside = true;
    for (qsizetype i = 0; i < address.size() && isInside; ++i)
        isInside =
            (static_cast<unsigned char>(address[i] ^ network.address[i]) & maskAt(i, network.length)) == 0;
    return isInside != network.isNegated;
}

template<typename Visit>
void NetworkMap::forEachMatch(const QByteArray &key, Visit visit) const
{
    const auto address = addressOf(key);
    QList<qsizetype> around;
    for (qsizetype at = 0; address && at < m_rules.size(); ++at) {
        const Rule &rule = m_rules[at];
        if (rule.kind == Rule::Kind::EndIf) {
            around.removeLast();
            continue;
        }
        const bool isMatch = contains(rule.network, *address);
        if (rule.kind == Rule::Kind::If) {
            if (isMatch)
                around.append(rule.line);
            else if (rule.endIf < 0)
                return;
            else
                at = rule.endIf;
            continue;
        }
        if (isMatch && !visit(Match{name(), rule.line, rule.value, {}, around}))
            return;
    }
}

Answer NetworkMap::lookUp(const QByteArray &key) const
{
    Answer answer;
    forEachMatch(key, [&](const Match &match) {
        answer = {.state = Answer::State::Found, .value = match.value, .rows = {match}};
        return false;
    });
    return answer;
}

QList<Match> NetworkMap::lookUpAll(const QByteArray &key) const
{
    QList<Match> all;
    forEachMatch(key, [&](const Match &match) {
        all.append(match);
        return true;
    });
    return all;
}

} // namespace lookup
