// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalog/version.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <optional>

/// The facts that the tables of the catalog are made from, where they are at hand: the folder that
/// POSTWRIGHT_FACTS names, else one called shared/catalog beside the project.
namespace factfiles {

inline QString folder()
{
    const QString path =
        qEnvironmentVariable("POSTWRIGHT_FACTS", QStringLiteral(SOURCE_DIR "/../shared/catalog"));
    return QDir(path).exists() ? QDir(path).absolutePath() : QString();
}

/// "parameters"; null when it is not there.
inline QJsonDocument read(const char *name)
{
    QFile file(folder() + u'/' + QLatin1String(name) + QStringLiteral(".json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()) : QJsonDocument();
}

inline QJsonValue json(QByteArrayView text)
{
    return QString::fromUtf8(text);
}
inline QJsonValue json(const catalog::Version &version)
{
    return version.patch > 0 ? version.toString() : version.featureText();
}
inline QJsonValue json(bool is)
{
    return is;
}
inline QJsonValue json(qint64 number)
{
    return number;
}
template<typename T>
QJsonValue json(const std::optional<T> &value)
{
    return value ? json(*value) : QJsonValue();
}
template<typename T>
QJsonValue json(const QList<T> &values)
{
    QJsonArray array;
    for (const T &value : values)
        array.append(json(value));
    return array;
}

/// Facts leave out what is not so in several ways: null, false, nothing, an empty list.
inline bool isNothing(const QJsonValue &value)
{
    return value.isNull() || value.isUndefined() || value == QJsonValue(false)
        || value == QJsonValue(QString()) || (value.isArray() && value.toArray().isEmpty())
        || (value.isObject() && value.toObject().isEmpty());
}

inline bool areEqual(const QJsonValue &left, const QJsonValue &right)
{
    return left == right || (isNothing(left) && isNothing(right));
}

/// Where a key of a fact file is told.
template<typename Record>
struct Told
{
    const char *key;
    QJsonValue (*value)(const Record &record);
};

/// The first difference between a record of a fact file and ours, or a key that has no place; else empty.
template<typename Record, size_t count>
QString difference(const QJsonObject &fact, const Record &record,
                   const std::array<Told<Record>, count> &places)
{
    for (auto it = fact.begin(); it != fact.end(); ++it) {
        const auto place = std::find_if(places.begin(), places.end(), [&](const Told<Record> &one) {
            return it.key() == QLatin1String(one.key);
        });
        if (place == places.end())
            return QStringLiteral("%1 has no place").arg(it.key());
        const QJsonValue ours = place->value(record);
        if (!areEqual(it.value(), ours))
            return QStringLiteral("%1: ").arg(it.key())
                + QString::fromUtf8(
                       QJsonDocument(QJsonArray{it.value(), ours}).toJson(QJsonDocument::Compact));
    }
    return {};
}

} // namespace factfiles
