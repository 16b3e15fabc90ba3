// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/catalog/catalog.h"

#include "core/catalog/lines.h"

#include <algorithm>

namespace catalog {

namespace {

using base::Result;

bool readFlag(Parameter &parameter, QByteArrayView flag)
{
    if (flag == "raw") {
        parameter.isRaw = true;
    } else if (flag == "readonly") {
        parameter.isReadOnly = true;
    } else if (flag == "legacy") {
        parameter.isLegacy = true;
    } else {
        const auto kind = std::find(defaultKindNames.begin(), defaultKindNames.end(), flag);
        if (kind == defaultKindNames.end())
            return false;
        parameter.decidedBy = static_cast<DefaultKind>(kind - defaultKindNames.begin());
    }
    return true;
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
    if (!columns[2].isEmpty() && !parameter.until)
        return std::nullopt;
    for (const QByteArrayView backport : split(columns[3], ',')) {
        const std::optional<Version> version = Version::parse(backport);
        if (!version)
            return std::nullopt;
        parameter.backports.append(*version);
    }
    for (const QByteArrayView flag : split(columns[4], ',')) {
        if (!readFlag(parameter, flag))
            return std::nullopt;
    }
    for (qsizetype i = fixedColumns; i < columns.size(); ++i) {
        const std::optional<Parameter::Default> value = parsedDefault(columns[i]);
        if (!value)
            return std::nullopt;
        parameter.defaults.append(*value);
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

} // namespace

std::optional<Parameter::Default> parsedDefault(QByteArrayView text)
{
    const qsizetype blank = text.indexOf(' ');
    const std::optional<Version> since = blank < 0 ? std::nullopt : Version::parse(text.first(blank));
    return since ? std::optional(Parameter::Default{*since, text.sliced(blank + 1)}) : std::nullopt;
}

QByteArrayView defaultFor(const QList<Parameter::Default> &defaults, const Version &target)
{
    QByteArrayView value = defaults.isEmpty() ? QByteArrayView() : defaults.first().value;
    for (const Parameter::Default &one : defaults) {
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

bool isAvailable(const Version &since, const QList<Version> &backports, const Version &target)
{
    if (Version{target.major, target.minor, 0} >= since)
        return true;
    return std::any_of(backports.begin(), backports.end(), [&](const Version &backport) {
        return backport.isSameFeatureRelease(target) && backport.patch <= target.patch;
    });
}

bool Parameter::isKnownTo(const Version &target) const
{
    if (until && Version{target.major, target.minor, 0} >= Version{until->major, until->minor, 0})
        return false;
    return isAvailable(since, backports, target);
}

QByteArrayView Parameter::defaultFor(const Version &target) const
{
    return catalog::defaultFor(defaults, target);
}

Result<Catalog> Catalog::load()
{
    const Result<QByteArray> parameters = tableText("parameters.tsv");
    if (!parameters)
        return parameters.error();
    const Result<QByteArray> services = tableText("services.tsv");
    if (!services)
        return services.error();
    const Result<QByteArray> clients = tableText("tableclients.tsv");
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

    const auto parameterLines = linesOf("parameters.tsv", catalog.m_parameterText);
    if (!parameterLines)
        return parameterLines.error();
    catalog.m_parameters.reserve(parameterLines->size());
    catalog.m_byName.reserve(parameterLines->size());
    for (qsizetype i = 0; i < parameterLines->size(); ++i) {
        const std::optional<Parameter> parameter = parameterOf(parameterLines->at(i));
        if (!parameter)
            return malformed("parameters.tsv", i);
        catalog.m_byName.insert(parameter->name, i);
        catalog.m_parameters.append(*parameter);
    }
    const auto serviceLines = linesOf("services.tsv", catalog.m_serviceText);
    if (!serviceLines)
        return serviceLines.error();
    for (qsizetype i = 0; i < serviceLines->size(); ++i) {
        const std::optional<ServiceParameter> parameter = serviceParameterOf(serviceLines->at(i));
        if (!parameter)
            return malformed("services.tsv", i);
        catalog.m_serviceParameters.append(*parameter);
    }
    const auto clientLines = linesOf("tableclients.tsv", catalog.m_clientText);
    if (!clientLines)
        return clientLines.error();
    for (qsizetype i = 0; i < clientLines->size(); ++i) {
        const QList<QByteArrayView> columns = split(clientLines->at(i), '\t');
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
