// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/catalog/catalog.h"

#include <QFile>

namespace catalog {

namespace {

using base::Error;
using base::Result;

QList<QByteArrayView> split(QByteArrayView text, char separator)
{
    QList<QByteArrayView> parts;
    if (text.isEmpty())
        return parts;
    for (qsizetype at = 0;;) {
        const qsizetype end = text.indexOf(separator, at);
        parts.append(text.sliced(at, (end < 0 ? text.size() : end) - at));
        if (end < 0)
            return parts;
        at = end + 1;
    }
}

Error malformed(const char *table, qsizetype line)
{
    return Error{Error::Code::Malformed, QLatin1String(table), QStringLiteral("line %1").arg(line + 1)};
}

/// Lines without their ends; a last empty line does not count.
QList<QByteArrayView> linesOf(const QByteArray &text)
{
    QList<QByteArrayView> lines = split(text, '\n');
    if (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

std::optional<Parameter> parameterOf(QByteArrayView line)
{
    constexpr qsizetype fixedColumns = 5;
    const QList<QByteArrayView> columns = split(line, '\t');
    if (columns.size() <= fixedColumns || columns[0].isEmpty())
        return std::nullopt;
    const std::optional<Version> since = Version::parse(columns[1]);
    if (!since)
        return std::nullopt;
    Parameter parameter{.name = columns[0], .since = *since, .until = Version::parse(columns[2])};
    for (const QByteArrayView backport : split(columns[3], ',')) {
        if (const std::optional<Version> version = Version::parse(backport))
            parameter.backports.append(*version);
    }
    for (const QByteArrayView flag : split(columns[4], ',')) {
        parameter.isRaw |= flag == "raw";
        parameter.isReadOnly |= flag == "readonly";
        parameter.isLegacy |= flag == "legacy";
    }
    for (qsizetype i = fixedColumns; i < columns.size(); ++i) {
        const qsizetype blank = columns[i].indexOf(' ');
        const std::optional<Version> from =
            blank < 0 ? std::nullopt : Version::parse(columns[i].first(blank));
        if (!from)
            return std::nullopt;
        parameter.defaults.append({*from, columns[i].sliced(blank + 1)});
    }
    return parameter;
}

std::optional<ServiceParameter> serviceParameterOf(QByteArrayView line)
{
    const QList<QByteArrayView> columns = split(line, '\t');
    const std::optional<Version> since = columns.size() == 4 ? Version::parse(columns[1]) : std::nullopt;
    if (!since)
        return std::nullopt;
    return ServiceParameter{columns[0], *since, split(columns[2], ','), columns[3]};
}

Result<QByteArray> resource(const char *name)
{
    QFile file(QStringLiteral(":/catalog/") + QLatin1String(name));
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Code::NotFound, file.fileName(), file.errorString()};
    return file.readAll();
}

} // namespace

bool Parameter::isKnownTo(const Version &target) const
{
    const Version feature{target.major, target.minor, 0};
    if (until && feature >= Version{until->major, until->minor, 0})
        return false;
    if (feature >= since)
        return true;
    return std::any_of(backports.begin(), backports.end(), [&](const Version &backport) {
        return backport.isSameFeatureRelease(target) && backport.patch <= target.patch;
    });
}

QByteArrayView Parameter::defaultFor(const Version &target) const
{
    QByteArrayView value = defaults.isEmpty() ? QByteArrayView() : defaults.first().value;
    for (const Default &one : defaults) {
        // A change in a patch release holds in its own branch only.
        const bool isPatch = one.since.patch > 0;
        const bool applies = isPatch
            ? one.since.isSameFeatureRelease(target) && one.since.patch <= target.patch
            : one.since <= Version{target.major, target.minor, 0};
        if (applies)
            value = one.value;
    }
    return value;
}

Result<Catalog> Catalog::load()
{
    const Result<QByteArray> parameters = resource("parameters.tsv");
    if (!parameters)
        return parameters.error();
    const Result<QByteArray> services = resource("services.tsv");
    if (!services)
        return services.error();
    const Result<QByteArray> clients = resource("tableclients.tsv");
    if (!clients)
        return clients.error();
    return parse(*parameters, *services, *clients);
}

Result<Catalog> Catalog::parse(const QByteArray &parameters, const QByteArray &services,
                               const QByteArray &tableClients)
{
    Catalog catalog;
    catalog.m_parameterText = parameters;
    catalog.m_serviceText = services;
    catalog.m_clientText = tableClients;

    const QList<QByteArrayView> parameterLines = linesOf(catalog.m_parameterText);
    catalog.m_parameters.reserve(parameterLines.size());
    catalog.m_byName.reserve(parameterLines.size());
    for (qsizetype i = 0; i < parameterLines.size(); ++i) {
        const std::optional<Parameter> parameter = parameterOf(parameterLines[i]);
        if (!parameter)
            return malformed("parameters.tsv", i);
        catalog.m_byName.insert(parameter->name, i);
        catalog.m_parameters.append(*parameter);
    }
    const QList<QByteArrayView> serviceLines = linesOf(catalog.m_serviceText);
    for (qsizetype i = 0; i < serviceLines.size(); ++i) {
        const std::optional<ServiceParameter> parameter = serviceParameterOf(serviceLines[i]);
        if (!parameter)
            return malformed("services.tsv", i);
        catalog.m_serviceParameters.append(*parameter);
    }
    const QList<QByteArrayView> clientLines = linesOf(catalog.m_clientText);
    for (qsizetype i = 0; i < clientLines.size(); ++i) {
        const QList<QByteArrayView> columns = split(clientLines[i], '\t');
        if (columns.size() != 2)
            return malformed("tableclients.tsv", i);
        catalog.m_tableClients.insert(columns[0], split(columns[1], ','));
    }
    return catalog;
}

const Parameter *Catalog::find(QByteArrayView name) const
{
    const auto found = m_byName.constFind(name);
    return found == m_byName.cend() ? nullptr : &m_parameters[*found];
}

} // namespace catalog
