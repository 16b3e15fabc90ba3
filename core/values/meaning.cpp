// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/values/meaning.h"

#include "core/syntax/listvalue.h"
#include "core/values/timevalue.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <limits>

namespace values {

namespace {

QString counted(const char *text, qint64 n)
{
    return QCoreApplication::translate("values", text, nullptr, static_cast<int>(n));
}

} // namespace

QString durationText(qint64 seconds)
{
    constexpr qint64 minute = 60;
    constexpr qint64 hour = 60 * minute;
    constexpr qint64 day = 24 * hour;
    if (seconds == 0)
        return counted(QT_TRANSLATE_N_NOOP("values", "%n second(s)"), 0);
    QStringList parts;
    if (const qint64 days = seconds / day)
        parts.append(counted(QT_TRANSLATE_N_NOOP("values", "%n day(s)"), days));
    if (const qint64 hours = seconds % day / hour)
        parts.append(counted(QT_TRANSLATE_N_NOOP("values", "%n hour(s)"), hours));
    if (const qint64 minutes = seconds % hour / minute)
        parts.append(counted(QT_TRANSLATE_N_NOOP("values", "%n minute(s)"), minutes));
    if (const qint64 rest = seconds % minute)
        parts.append(counted(QT_TRANSLATE_N_NOOP("values", "%n second(s)"), rest));
    return parts.join(QLatin1Char(' '));
}

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

std::optional<qint64> parseSize(QByteArrayView text)
{
    QByteArray word = text.toByteArray().trimmed().toLower();
    if (word.endsWith('b'))
        word.chop(1);
    if (word.endsWith('i'))
        word.chop(1);
    int shift = 0;
    if (word.endsWith('k'))
        shift = 10;
    else if (word.endsWith('m'))
        shift = 20;
    else if (word.endsWith('g'))
        shift = 30;
    if (shift > 0)
        word.chop(1);
    const std::optional<qint64> number = parseNumber(word.trimmed());
    if (!number || *number < 0 || *number > (std::numeric_limits<qint64>::max() >> shift))
        return {};
    return *number << shift;
}

QString meaningOf(const Domain &domain, const QByteArray &value)
{
    switch (domain.kind) {
    case Kind::Time:
        if (const std::optional<TimeValue> time = parseTime(value))
            return durationText(secondsOf(*time, domain.unit));
        return {};
    case Kind::Size:
        if (const std::optional<qint64> bytes = parseNumber(value); bytes && *bytes >= 1024)
            return sizeText(*bytes);
        return {};
    case Kind::ChoiceList:
    case Kind::List:
    case Kind::Maps:
        if (const qsizetype items = syntax::listItems(value).size(); items > 1)
            return counted(QT_TRANSLATE_N_NOOP("values", "%n item(s)"), items);
        return {};
    case Kind::Choice:
        for (const Choice &choice : domain.choices) {
            if (choice.value.compare(value, Qt::CaseInsensitive) == 0)
                return QString::fromUtf8(choice.label);
        }
        return {};
    default:
        return {};
    }
}

} // namespace values
