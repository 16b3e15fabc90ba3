// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/values/nexthop.h"

#include <algorithm>

namespace values {

namespace {

bool isWord(const QByteArray &text)
{
    return !text.isEmpty() && std::ranges::none_of(text, [](char c) {
        return static_cast<unsigned char>(c) <= ' ' || c == ',' || c == '[' || c == ']' || c == '{'
            || c == '}';
    });
}

} // namespace

std::optional<NextHop> readNextHop(const QByteArray &text)
{
    const bool isBracketed = text.startsWith('[');
    const qsizetype close = text.indexOf(']');
    if (isBracketed && close < 0)
        return std::nullopt;
    // Brackets hold an address with colons together; else the only colon is that of the port.
    const qsizetype colon = text.indexOf(':');
    const QByteArray host =
        isBracketed ? text.sliced(1, close - 1) : text.first(colon < 0 ? text.size() : colon);
    const QByteArray rest = text.sliced(host.size() + (isBracketed ? 2 : 0));
    if (!isWord(host) || (!rest.isEmpty() && !(rest.startsWith(':') && isWord(rest.sliced(1))))
        || rest.lastIndexOf(':') > 0)
        return std::nullopt;
    return NextHop{host, rest.isEmpty() ? QByteArray() : rest.sliced(1), !isBracketed};
}

QByteArray writtenNextHop(const NextHop &nextHop)
{
    if (nextHop.host.isEmpty())
        return {};
    const QByteArray host = nextHop.looksUpMx ? nextHop.host : '[' + nextHop.host + ']';
    return nextHop.port.isEmpty() ? host : host + ':' + nextHop.port;
}

} // namespace values
