// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/catalog/version.h"

#include <array>

namespace catalog {

std::optional<Version> Version::parse(QByteArrayView text)
{
    std::array<int, 3> parts{};
    size_t count = 0;
    qsizetype at = 0;
    while (count < parts.size()) {
        const qsizetype begin = at;
        int &part = parts[count];
        while (at < text.size() && text[at] >= '0' && text[at] <= '9' && at - begin < 6)
            part = part * 10 + (text[at++] - '0');
        if (at == begin)
            return std::nullopt;
        ++count;
        if (at == text.size() || text[at] != '.')
            break;
        ++at;
    }
    const bool endsWell = at == text.size() || text[at] == '-';
    if (count < 2 || !endsWell)
        return std::nullopt;
    return Version{parts[0], parts[1], parts[2]};
}

QString Version::toString() const
{
    return QStringLiteral("%1.%2.%3").arg(major).arg(minor).arg(patch);
}

QString Version::featureText() const
{
    return QStringLiteral("%1.%2").arg(major).arg(minor);
}

} // namespace catalog
