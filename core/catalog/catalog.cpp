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

/// The "VERSION VALUE" columns from `first` on; at least one.
std::optional<QList<Parameter::Default>> defaultsOf(const QList<QByteArrayView> &columns, qsizetype first)
{
    QList<Parameter::Default> defaults;
    for (qsizetype i = first; i < columns.size(); ++i) {
        const std::optional<Parameter::Default> value = parsedDefault(columns[i]);
        if (!value)
            return std::nullopt;
        defaults.append(*value);
    }
    return defaults.isEmpty() ? std::nullopt : std::optional(defaults);
}

// VERSION, newest patch or "snapshot", then "PATCH DAY" for each day that is known
std::optional<Release> releaseOf(QByteArrayView line)
{
    const QList<QByteArrayView> columns = split(line, '\t');
    const std::optional<Version> version = columns.size() < 2 ? std::nullopt : Version::parse(columns[0]);
    bool isNumber = false;
    const int newestPatch = version ? columns[1].toInt(&isNumber) : 0;
    if (!version || (!isNumber && columns[1] != "snapshot"))
        return std::nullopt;
    Release release{.version = *version, .newestPatch = newestPatch, .isSnapshot = !isNumber};
    for (const QByteArrayView column : columns.sliced(2)) {
        const QList<QByteArrayView> parts = split(column, ' ');
        const int patch = parts.first().toInt(&isNumber);
        if (parts.size() != 2 || !isNumber)
            return std::nullopt;
        release.dates.append({patch, parts[1]});
    }
    return release;
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
    const std::optional<QList<Parameter::Default>> defaults = defaultsOf(columns, fixedColumns);
    if (!defaults)
        return std::nullopt;
    parameter.defaults = *defaults;
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

/// Hands every line of a table to `take`; false: it is malformed.
template<typename Take>
base::Status forEachLine(const char *table, const QByteArray &text, Take take)
{
    const auto lines = linesOf(table, text);
    if (!lines)
        return lines.error();
    for (qsizetype i = 0; i < lines->size(); ++i) {
        if (!take(lines->at(i)))
            return malformed(table, i);
    }
    return base::Unit();
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
    Tables tables;
    for (const auto &[name, text] :
         {std::pair{"parameters.tsv", &tables.parameters}, std::pair{"services.tsv", &tables.services},
          std::pair{"tableclients.tsv", &tables.tableClients}, std::pair{"build.tsv", &tables.build},
          std::pair{"releases.tsv", &tables.releases}}) {
        auto found = tableText(name);
        if (!found)
            return found.error();
        *text = *std::move(found);
    }
    return parse(tables);
}

Result<Catalog> Catalog::parse(const Tables &tables)
{
    Catalog catalog;
    catalog.m_tables = tables;
    const Tables &texts = catalog.m_tables;
    const base::Status parameters = forEachLine("parameters.tsv", texts.parameters, [&](QByteArrayView line) {
        const std::optional<Parameter> parameter = parameterOf(line);
        if (parameter) {
            catalog.m_byName.insert(parameter->name, catalog.m_parameters.size());
            catalog.m_parameters.append(*parameter);
        }
        return parameter.has_value();
    });
    const base::Status services = forEachLine("services.tsv", texts.services, [&](QByteArrayView line) {
        const std::optional<ServiceParameter> parameter = serviceParameterOf(line);
        if (parameter)
            catalog.m_serviceParameters.append(*parameter);
        return parameter.has_value();
    });
    const base::Status clients =
        forEachLine("tableclients.tsv", texts.tableClients, [&](QByteArrayView line) {
            const QList<QByteArrayView> columns = split(line, '\t');
            if (columns.size() == 2)
                catalog.m_tableClients.insert(columns[0], split(columns[1], ','));
            return columns.size() == 2;
        });
    const base::Status build = forEachLine("build.tsv", texts.build, [&](QByteArrayView line) {
        const QList<QByteArrayView> columns = split(line, '\t');
        const std::optional<QList<Parameter::Default>> defaults = defaultsOf(columns, 1);
        if (defaults)
            catalog.m_buildDefaults.insert(columns[0], *defaults);
        return defaults.has_value();
    });
    const base::Status releases = forEachLine("releases.tsv", texts.releases, [&](QByteArrayView line) {
        const std::optional<Release> release = releaseOf(line);
        if (release)
            catalog.m_releases.append(*release);
        return release.has_value();
    });
    for (const base::Status *status : {&parameters, &services, &clients, &build, &releases}) {
        if (!*status)
            return status->error();
    }
    return catalog;
}

const Parameter *Catalog::find(QByteArrayView name) const
{
    const auto found = m_byName.constFind(name);
    return found == m_byName.cend() ? nullptr : &m_parameters[*found];
}

QByteArrayView Catalog::buildDefault(const Parameter &parameter, const Version &target) const
{
    const auto found = m_buildDefaults.constFind(parameter.name);
    // A build says nothing before its first entry.
    const bool isTold = found != m_buildDefaults.cend() && found->first().since <= target;
    return isTold ? catalog::defaultFor(*found, target) : parameter.defaultFor(target);
}

const Release *Catalog::release(const Version &version) const
{
    const auto found = std::find_if(m_releases.begin(), m_releases.end(), [&](const Release &release) {
        return release.version.isSameFeatureRelease(version);
    });
    return found == m_releases.end() ? nullptr : &*found;
}

} // namespace catalog
