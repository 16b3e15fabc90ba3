// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/clients/endpoint.h"

#include "core/syntax/logicallines.h"

#include <algorithm>

namespace clients {

namespace {

bool isWord(const QByteArray &text)
{
    return !text.isEmpty() && std::none_of(text.begin(), text.end(), [](char c) {
        return syntax::isSpace(c) || c == ',' || c == '{' || c == '}' || c == '$' || c == '\0';
    });
}

/// A colon within brackets belongs to an IPv6 address.
std::optional<Endpoint> hostAndPort(const QByteArray &text)
{
    const qsizetype colon = text.lastIndexOf(':');
    if (colon <= 0 || colon + 1 == text.size() || text.indexOf(']', colon) > 0)
        return {};
    return Endpoint{.host = text.first(colon), .port = text.sliced(colon + 1)};
}

} // namespace

std::optional<Endpoint> endpointOf(const QByteArray &type, const QByteArray &name)
{
    if (!isWord(name))
        return {};
    if (type == "tcp")
        return hostAndPort(name);
    const qsizetype map = name.lastIndexOf(':');
    const bool isUnix = name.startsWith("unix:");
    if (map < 5 || map + 1 == name.size() || (!isUnix && !name.startsWith("inet:")))
        return {};
    const QByteArray where = name.sliced(5, std::max<qsizetype>(map - 5, 0));
    std::optional<Endpoint> endpoint = isUnix ? Endpoint{.isUnix = true, .host = where} : hostAndPort(where);
    if (!endpoint || endpoint->host.isEmpty())
        return {};
    endpoint->map = name.sliced(map + 1);
    return endpoint;
}

std::optional<QByteArray> endpointName(const QByteArray &type, const Endpoint &endpoint)
{
    const QByteArray name = type == "tcp" ? endpoint.host + ':' + endpoint.port
        : endpoint.isUnix                 ? "unix:" + endpoint.host + ':' + endpoint.map
                          : "inet:" + endpoint.host + ':' + endpoint.port + ':' + endpoint.map;
    return endpointOf(type, name) == endpoint ? std::optional(name) : std::nullopt;
}

} // namespace clients
