// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/catalog/releases.h"

#include "core/catalog/catalog.h"

#include <algorithm>

namespace catalog {

QByteArrayView Release::dateOf(int patch) const
{
    const auto found =
        std::find_if(dates.begin(), dates.end(), [&](const Date &date) { return date.patch == patch; });
    return found == dates.end() ? QByteArrayView() : found->day;
}

// COMPATIBILITY_README: levels 0 to 2 came with 3.0; since 3.6 they are called after the release.
std::optional<Version> oldestFor(QByteArrayView compatibilityLevel)
{
    constexpr Version firstWithLevels{3, 0, 0};
    bool isNumber = false;
    const int level = compatibilityLevel.toInt(&isNumber);
    const std::optional<Version> version =
        isNumber ? Version{level, 0, 0} : Version::parse(compatibilityLevel);
    if (!version || version->major < 0)
        return std::nullopt;
    return std::clamp(Version{version->major, version->minor, 0}, firstWithLevels, Catalog::newest);
}

} // namespace catalog
