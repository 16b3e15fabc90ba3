// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postconf/servicepattern.h"

#include "core/postconf/nameval.h"

#include <algorithm>

namespace postconf {

bool ServicePattern::matches(QByteArrayView name, QByteArrayView type) const
{
    return (parts[0] == "*" || name == parts[0]) && (parts[1] == "*" || type == parts[1]);
}

std::optional<QByteArray> ServicePattern::rest() const
{
    return parts[2] == "*" ? std::nullopt : std::optional(parts[2]);
}

std::optional<ServicePattern> servicePatternOf(const QByteArray &text, qsizetype fewest, qsizetype most)
{
    ServicePattern pattern{.text = text, .parts = {}};
    QByteArrayView rest = text;
    for (QByteArrayView part = nextPlainWord(rest, "/"); !part.isNull(); part = nextPlainWord(rest, "/"))
        pattern.parts.append(part.toByteArray());
    const bool isWild = std::any_of(pattern.parts.cbegin(), pattern.parts.cend(),
                                    [](const QByteArray &part) { return part != "*" && part.contains('*'); });
    if (text.startsWith('/') || pattern.parts.size() < fewest || pattern.parts.size() > most || isWild)
        return std::nullopt;
    while (pattern.parts.size() < most)
        pattern.parts.append("*");
    return pattern;
}

int fieldOf(const QByteArray &name, Log &log)
{
    if (name == "*")
        return -1;
    const auto *found = std::find(std::begin(fieldNames), std::end(fieldNames), name);
    if (found == std::end(fieldNames)) {
        log.end("invalid service attribute name: \"" + name + '"');
        return -1;
    }
    return static_cast<int>(found - std::begin(fieldNames));
}

} // namespace postconf
