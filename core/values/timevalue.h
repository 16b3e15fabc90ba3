// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <optional>

namespace values {

/// A time as it is written: a number and the letter behind it.
struct TimeValue
{
    qint64 count = 0;
    char unit = '\0'; ///< s, m, h, d, w; '\0' where none is written

    bool operator==(const TimeValue &) const = default;
};

/// Nothing for what Postfix would refuse: conv_time() in src/global/conv_time.c.
std::optional<TimeValue> parseTime(QByteArrayView text);

/// `defaultUnit` counts where none is written.
qint64 secondsOf(const TimeValue &time, char defaultUnit);

/// A whole number as strtol() reads it; nothing when something else is behind it.
std::optional<qint64> parseNumber(QByteArrayView text);

} // namespace values
