// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QString>

#include <compare>
#include <optional>

namespace catalog {

/// A Postfix version. The patch level counts within its feature release only.
struct Version
{
    int major = 0;
    int minor = 0;
    int patch = 0;

    /// "3.7", "3.7.11"; a snapshot's "3.12-20260821" is read as 3.12.0. Nothing for anything else.
    static std::optional<Version> parse(QByteArrayView text);

    QString toString() const; ///< "3.7.11"
    QString featureText() const; ///< "3.7"
    bool isSameFeatureRelease(const Version &other) const
    {
        return major == other.major && minor == other.minor;
    }

    auto operator<=>(const Version &) const = default;
};

} // namespace catalog
