// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/words.h"

#include <QList>

#include <algorithm>
#include <array>
#include <cstring>

namespace lint {

namespace {

std::optional<QByteArray> ipv4Of(QByteArrayView text)
{
    constexpr qsizetype size = 4;
    constexpr qsizetype mostDigits = 3;
    constexpr int largest = 255;
    QByteArray address(size, '\0');
    qsizetype at = 0;
    for (qsizetype i = 0; i < size; ++i) {
        if (i > 0 && (at >= text.size() || text[at++] != '.'))
            return std::nullopt;
        const qsizetype begin = at;
        int number = 0;
        for (; at < text.size() && text[at] >= '0' && text[at] <= '9' && at - begin <= mostDigits; ++at)
            number = number * 10 + (text[at] - '0');
        if (at == begin || at - begin > mostDigits || number > largest)
            return std::nullopt;
        address[i] = static_cast<char>(number);
    }
    return at == text.size() ? std::optional(address) : std::nullopt;
}

/// Groups of up to four hexadecimal digits, the last of which may be an IPv4 address.
bool readGroups(QByteArrayView text, QByteArray &bytes)
{
    if (text.isEmpty())
        return true;
    const QList<QByteArray> groups = text.toByteArray().split(':');
    for (qsizetype i = 0; i < groups.size(); ++i) {
        if (i + 1 == groups.size() && groups[i].contains('.')) {
            const auto tail = ipv4Of(groups[i]);
            bytes += tail.value_or(QByteArray());
            return tail.has_value();
        }
        bool isNumber = false;
        const uint number = groups[i].toUInt(&isNumber, 16);
        if (!isNumber || groups[i].size() > 4 || groups[i].startsWith('+'))
            return false;
        bytes += static_cast<char>(number >> 8U);
        bytes += static_cast<char>(number & 0xFFU);
    }
    return true;
}

std::optional<QByteArray> ipv6Of(QByteArrayView text)
{
    constexpr qsizetype size = 16;
    const qsizetype gap = text.indexOf("::");
    QByteArray head;
    QByteArray tail;
    if (gap < 0) {
        if (!readGroups(text, head) || head.size() != size)
            return std::nullopt;
        return head;
    }
    if (!readGroups(text.first(gap), head) || !readGroups(text.sliced(gap + 2), tail)
        || head.size() + tail.size() > size - 2)
        return std::nullopt;
    return head + QByteArray(size - head.size() - tail.size(), '\0') + tail;
}

constexpr int byteBits = 8;

/// The bits of a byte that belong to the network, of which `length` bits are in it.
unsigned char maskOf(int length)
{
    return static_cast<unsigned char>(0xFF00U >> static_cast<unsigned>(length));
}

QByteArray cleared(QByteArray address, int length)
{
    qsizetype at = length / byteBits;
    if (at < address.size()) {
        address[at] = static_cast<char>(static_cast<unsigned char>(address[at]) & maskOf(length % byteBits));
        while (++at < address.size())
            address[at] = '\0';
    }
    return address;
}

/// Whether the address says more than which network it is.
bool hasBitsBehind(const QByteArray &address, int length)
{
    qsizetype at = length / byteBits;
    if (at >= address.size())
        return false;
    if ((static_cast<unsigned char>(address[at]) & static_cast<unsigned char>(~maskOf(length % byteBits)))
        != 0)
        return true;
    return std::any_of(address.begin() + at + 1, address.end(), [](char byte) { return byte != 0; });
}

} // namespace

std::optional<QByteArray> addressOf(QByteArrayView text)
{
    return text.contains(':') ? ipv6Of(text) : ipv4Of(text);
}

// cidr_match_parse() in src/util/cidr_match.c.
std::optional<Network> networkOf(QByteArrayView text)
{
    QByteArrayView host = text;
    std::optional<QByteArrayView> length;
    if (host.startsWith('[')) {
        const qsizetype close = host.indexOf(']');
        if (close < 0)
            return std::nullopt;
        const QByteArrayView behind = host.sliced(close + 1);
        host = host.sliced(1, close - 1);
        if (behind.startsWith('/'))
            length = behind.sliced(1);
        else if (!behind.isEmpty())
            return std::nullopt;
    }
    if (const qsizetype slash = host.indexOf('/'); slash >= 0 && !length) {
        length = host.sliced(slash + 1);
        host = host.first(slash);
    }
    const auto address = addressOf(host);
    if (!address)
        return std::nullopt;
    const int bits = static_cast<int>(address->size() * 8);
    bool isNumber = true;
    const int prefix = length ? length->toInt(&isNumber) : bits;
    if (!isNumber || prefix < 0 || prefix > bits || (length && length->isEmpty()))
        return std::nullopt;
    return Network{.address = *address, .length = prefix, .hasHostBits = hasBitsBehind(*address, prefix)};
}

bool Network::contains(const Network &other) const
{
    if (address.size() != other.address.size() || length > other.length)
        return false;
    const qsizetype whole = length / byteBits;
    if (std::memcmp(address.constData(), other.address.constData(), static_cast<size_t>(whole)) != 0)
        return false;
    const auto difference =
        static_cast<unsigned char>(whole < address.size() ? address[whole] ^ other.address[whole] : 0);
    return (difference & maskOf(length % byteBits)) == 0;
}

QByteArray networkText(const Network &network)
{
    const QByteArray address = cleared(network.address, network.length);
    QByteArray text;
    if (network.isIPv4()) {
        for (const char byte : address)
            text += (text.isEmpty() ? "" : ".") + QByteArray::number(static_cast<unsigned char>(byte));
    } else {
        qsizetype end = address.size();
        while (end > 0 && address[end - 1] == 0 && (end < 2 || address[end - 2] == 0))
            end -= 2;
        for (qsizetype i = 0; i < end; i += 2) {
            const unsigned group =
                (static_cast<unsigned char>(address[i]) << 8U) | static_cast<unsigned char>(address[i + 1]);
            text += (i > 0 ? ":" : "") + QByteArray::number(group, 16);
        }
        if (end < address.size())
            text += "::";
        text = '[' + text + ']';
    }
    return text + '/' + QByteArray::number(network.length);
}

bool isReserved(const Network &network)
{
    static const std::array<Network, 16> reserved{
        *networkOf("10.0.0.0/8"),    *networkOf("172.16.0.0/12"),   *networkOf("192.168.0.0/16"),
        *networkOf("127.0.0.0/8"),   *networkOf("169.254.0.0/16"),  *networkOf("100.64.0.0/10"),
        *networkOf("192.0.2.0/24"),  *networkOf("198.51.100.0/24"), *networkOf("203.0.113.0/24"),
        *networkOf("198.18.0.0/15"), *networkOf("::1/128"),         *networkOf("fe80::/10"),
        *networkOf("fc00::/7"),      *networkOf("2001:db8::/32"),   *networkOf("ff00::/8"),
        *networkOf("224.0.0.0/4")};
    return std::any_of(reserved.begin(), reserved.end(),
                       [&](const Network &one) { return one.contains(network); });
}

} // namespace lint
