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
    : RuleMap(name, rules)
{
    RowLineNumbers numbers(table.text());
    table.forEachRowInForce([&](const syntax::RowLines &lines) {
        const syntax::LogicalRow row(lines);
        const QByteArrayView text = readText(row);
        const qsizetype line = numbers.lineOf(lines);
        if (text.isEmpty())
            return true;
        if (row.isWord("if")) {
            if (const auto network = readNetwork(text.sliced(2).trimmed(), line))
                addIf(line, *network);
        } else if (!row.isWord("endif")) {
            readRow(text, line);
        } else if (text.size() > 5) {
            warn(line, "garbage after ENDIF: skipping this rule");
        } else if (!addEndIf(line)) {
            warn(line, "ENDIF without IF: skipping this rule");
        }
        return true;
    });
    warnOfOpenIfs();
}

void NetworkMap::readRow(QByteArrayView text, qsizetype line)
{
    const qsizetype end = std::find_if(text.begin(), text.end(), isSpace) - text.begin();
    const QByteArrayView value = text.sliced(end).trimmed();
    if (value.isEmpty()) {
        warn(line, "no lookup result: skipping this rule");
        return;
    }
    if (auto network = readNetwork(text.first(end), line)) {
        network->value = value.toByteArray();
        addRow(line, *network);
    }
}

std::optional<Network> NetworkMap::readNetwork(QByteArrayView pattern, qsizetype line)
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

std::optional<QByteArray> NetworkMap::subjectOf(const QByteArray &key) const
{
    return addressOf(key);
}

NetworkMap::Fit NetworkMap::fit(const Network &network, const QByteArray &address) const
{
    if (address.size() != network.address.size())
        return {};
    bool isInside = true;
    for (qsizetype i = 0; i < address.size() && isInside; ++i)
        isInside =
            (static_cast<unsigned char>(address[i] ^ network.address[i]) & maskAt(i, network.length)) == 0;
    return {.isFit = isInside != network.isNegated};
}

QByteArray NetworkMap::resultOf(const Network &network, const QByteArrayList & /*groups*/) const
{
    return network.value;
}

} // namespace lookup
