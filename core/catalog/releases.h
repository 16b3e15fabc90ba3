// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalog/version.h"

#include <QByteArray>
#include <QList>

namespace catalog {

/// A feature release that can be a target.
struct Release
{
    struct Date
    {
        int patch = 0;
        QByteArrayView day; ///< "20240304"
    };

    Version version; ///< the feature release: 3.7.0
    int newestPatch = 0; ///< that is known of
    bool isSnapshot = false; ///< not released yet
    QList<Date> dates = {}; ///< as far as they are known

    Version newest() const { return {version.major, version.minor, newestPatch}; }
    /// The day of a patch release; empty if it is not known.
    QByteArrayView dateOf(int patch) const;
};

/// The version that a configuration with this compatibility_level was at least written for: a hint, where no
/// installed Postfix says it. Nothing without a level, or with one that is none.
std::optional<Version> oldestFor(QByteArrayView compatibilityLevel);

} // namespace catalog
