// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
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

/// Whether a version can be worked for: one of the releases from 2.10 to 3.12, at any patch level.
bool isTarget(const Version &version);

/// A version to work for, as somebody typed it: "3.7.11", "3.12". Otherwise the Error's detail is what to
/// tell them: that there is none, or that it is not known, and what would be one.
base::Result<Version> targetFrom(QByteArrayView text);

/// The version that a configuration with this compatibility_level was at least written for: a hint, where no
/// installed Postfix says it. Nothing without a level, or with one that is none.
std::optional<Version> oldestFor(QByteArrayView compatibilityLevel);

} // namespace catalog
