// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/nexthop.h"

#include "core/lint/words.h"

#include <algorithm>

namespace lint {

bool isPort(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'
            || c == '_';
    });
}

// smtp_parse_destination() in src/smtp/smtp_connect.c.
bool isNextHop(QByteArrayView text)
{
    if (text.startsWith('[')) {
        const qsizetype close = text.indexOf(']');
        if (close <= 1)
            return false;
        QByteArrayView host = text.sliced(1, close - 1);
        if (host.toByteArray().toLower().startsWith("ipv6:"))
            host = host.sliced(5);
        const QByteArrayView rest = text.sliced(close + 1);
        return (!host.contains(':') || addressOf(host))
            && (rest.isEmpty() || (rest.startsWith(':') && isPort(rest.sliced(1))));
    }
    const qsizetype colon = text.indexOf(':');
    const QByteArrayView host = colon < 0 ? text : text.first(colon);
    const bool isOnlyDigits =
        std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return isPort(host.toByteArray().replace('.', 'x')) && !isOnlyDigits
        && (colon < 0 || isPort(text.sliced(colon + 1)));
}

QByteArray mendedNextHop(const QByteArray &written)
{
    QByteArray text = written;
    const qsizetype scheme = text.indexOf("://");
    if (scheme > 0)
        text = text.sliced(scheme + 3);
    while (text.endsWith('/'))
        text.chop(1);
    if (text.startsWith('[') && text.endsWith(']'))
        text = text.sliced(1, text.size() - 2);
    const qsizetype colon = text.indexOf(':');
    QByteArray mended = colon < 0 ? '[' + text + ']' : '[' + text.first(colon) + ']' + text.sliced(colon);
    return isNextHop(mended) ? mended : QByteArray();
}

} // namespace lint
