// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/filters/endpoint.h"

#include <algorithm>

namespace filters {

namespace {

bool isWord(const QByteArray &text)
{
    return !text.isEmpty() && std::ranges::none_of(text, [](char c) {
        return static_cast<unsigned char>(c) <= ' ' || c == ',' || c == '{' || c == '}';
    });
}

} // namespace

std::optional<Endpoint> readEndpoint(const QByteArray &text)
{
    const qsizetype colon = text.indexOf(':');
    const QByteArray kind = text.first(std::max<qsizetype>(colon, 0)).toLower();
    const QByteArray rest = text.sliced(colon + 1);
    if (kind == "unix" || kind == "local")
        return isWord(rest) ? std::optional(Endpoint{.path = rest}) : std::nullopt;
    if (kind != "inet" && kind != "inet6")
        return std::nullopt;
    Endpoint endpoint{.isIPv6 = kind == "inet6"};
    if (const qsizetype at = rest.indexOf('@'); at >= 0) {
        endpoint.port = rest.first(at);
        endpoint.host = rest.sliced(at + 1);
    } else {
        const qsizetype last = rest.lastIndexOf(':');
        endpoint.host = rest.first(std::max<qsizetype>(last, 0));
        endpoint.port = rest.sliced(last + 1);
    }
    return isWord(endpoint.host) && isWord(endpoint.port) ? std::optional(endpoint) : std::nullopt;
}

QByteArray writtenEndpoint(const Endpoint &endpoint)
{
    if (endpoint.isSocket())
        return "unix:" + endpoint.path;
    return (endpoint.isIPv6 ? "inet6:" : "inet:") + endpoint.host + ':' + endpoint.port;
}

} // namespace filters
