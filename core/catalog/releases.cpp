// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/catalog/releases.h"

#include "core/catalog/catalog.h"

#include <QCoreApplication>

#include <algorithm>

namespace catalog {

QByteArrayView Release::dateOf(int patch) const
{
    const auto found =
        std::find_if(dates.begin(), dates.end(), [&](const Date &date) { return date.patch == patch; });
    return found == dates.end() ? QByteArrayView() : found->day;
}

bool isTarget(const Version &version)
{
    constexpr int lastOf2 = 11; // 3.0 came next
    const Version feature{version.major, version.minor, 0};
    return feature >= Catalog::oldest && feature <= Catalog::newest
        && (version.major != 2 || version.minor <= lastOf2);
}

base::Result<Version> targetFrom(QByteArrayView text)
{
    const std::optional<Version> version = Version::parse(text);
    if (version && isTarget(*version))
        return *version;
    const QString subject = QString::fromUtf8(text);
    const QString problem = version
        ? QCoreApplication::translate("catalog", "Postfix %1 is not known here.").arg(subject)
        : QCoreApplication::translate("catalog", "“%1” is not a Postfix version.").arg(subject);
    const QString remedy = QCoreApplication::translate("catalog", "Choose one from %1 to %2, such as 3.7.11.")
                               .arg(Catalog::oldest.featureText(), Catalog::newest.featureText());
    return base::Error{version ? base::Error::Code::NotFound : base::Error::Code::Malformed, subject,
                       problem + u' ' + remedy};
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
