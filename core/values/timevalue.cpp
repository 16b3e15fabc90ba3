// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/values/timevalue.h"

#include <limits>

namespace values {

namespace {

qint64 secondsPer(char unit)
{
    constexpr qint64 minute = 60;
    constexpr qint64 hour = 60 * minute;
    constexpr qint64 day = 24 * hour;
    switch (unit) {
    case 'w':
        return 7 * day;
    case 'd':
        return day;
    case 'h':
        return hour;
    case 'm':
        return minute;
    case 's':
        return 1;
    default:
        return 0;
    }
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace

std::optional<TimeValue> parseTime(QByteArrayView text)
{
    TimeValue time;
    if (!text.isEmpty() && !isDigit(text.back())) {
        time.unit = text.back();
        text.chop(1);
    }
    const std::optional<qint64> count = parseNumber(text);
    if (!count || *count < 0 || (time.unit != '\0' && secondsPer(time.unit) == 0))
        return {};
    time.count = *count;
    const qint64 perUnit = time.unit == '\0' ? 1 : secondsPer(time.unit);
    // conv_time() counts in an int.
    if (time.count > std::numeric_limits<int>::max() / perUnit)
        return {};
    return time;
}

qint64 secondsOf(const TimeValue &time, char defaultUnit)
{
    return time.count * secondsPer(time.unit == '\0' ? defaultUnit : time.unit);
}

std::optional<qint64> parseNumber(QByteArrayView text)
{
    const bool hasSign = text.startsWith('-') || text.startsWith('+');
    if (!isDigit(text.size() > (hasSign ? 1 : 0) ? text[hasSign ? 1 : 0] : ' '))
        return {};
    bool isNumber = false;
    const qint64 number = text.toByteArray().toLongLong(&isNumber);
    if (!isNumber)
        return {};
    return number;
}

} // namespace values
