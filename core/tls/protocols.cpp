// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tls/protocols.h"

#include "core/syntax/listvalue.h"

#include <QByteArrayList>
#include <QSet>

#include <algorithm>
#include <array>

namespace tls {

namespace {

struct Name
{
    Protocol protocol;
    const char *words;
    const char *name;
    const char *hex;
};

constexpr std::array names{
    Name{Protocol::SslV3, "SSL 3.0", "SSLv3", "0300"},   Name{Protocol::Tls10, "TLS 1.0", "TLSv1", "0301"},
    Name{Protocol::Tls11, "TLS 1.1", "TLSv1.1", "0302"}, Name{Protocol::Tls12, "TLS 1.2", "TLSv1.2", "0303"},
    Name{Protocol::Tls13, "TLS 1.3", "TLSv1.3", "0304"},
};

constexpr catalog::Version withLimits{3, 6, 0};
constexpr catalog::Version withTls13{3, 4, 0};

std::optional<Protocol> protocolNamed(const QByteArray &name)
{
    const QByteArray lower = name.toLower();
    const auto found = std::find_if(names.begin(), names.end(), [&](const Name &one) {
        return lower == QByteArray(one.name).toLower() || lower == one.hex;
    });
    return found == names.end() ? std::nullopt : std::optional(found->protocol);
}

} // namespace

QByteArray nameOf(Protocol protocol)
{
    return names[static_cast<size_t>(protocol)].words;
}

std::optional<Protocol> oldestIn(const QByteArray &value)
{
    QSet<Protocol> excluded;
    std::optional<Protocol> least;
    const QByteArray list = QByteArray(value).replace(':', ' ');
    for (const syntax::ListItem &item : syntax::listItems(list)) {
        const QByteArray word = item.range.in(list).toByteArray();
        if (word.startsWith(">=") && !least) {
            least = protocolNamed(word.sliced(2));
            if (!least)
                return {};
        } else if (word.startsWith('!')) {
            if (word.compare("!SSLv2", Qt::CaseInsensitive) == 0)
                continue;
            const auto protocol = protocolNamed(word.sliced(1));
            if (!protocol)
                return {};
            excluded.insert(*protocol);
        } else {
            return {};
        }
    }
    int first = least ? static_cast<int>(*least) : 0;
    while (first < static_cast<int>(names.size()) && excluded.contains(static_cast<Protocol>(first)))
        ++first;
    // A gap in the middle, or nothing left, is no matter of "at least".
    const bool hasGap = std::any_of(excluded.begin(), excluded.end(),
                                    [&](Protocol one) { return static_cast<int>(one) >= first; });
    if (hasGap || first == 0 || first >= static_cast<int>(names.size()))
        return {};
    return static_cast<Protocol>(first);
}

QByteArray listFrom(Protocol oldest, const catalog::Version &version)
{
    if (version >= withLimits)
        return QByteArray(">=") + names[static_cast<size_t>(oldest)].name;
    QByteArrayList excluded{"!SSLv2"};
    for (const Name &one : names) {
        if (one.protocol < oldest)
            excluded.append(QByteArray("!") + one.name);
    }
    return excluded.join(", ");
}

bool knows(Protocol protocol, const catalog::Version &version)
{
    return protocol != Protocol::Tls13 || version >= withTls13;
}

} // namespace tls
