// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/catalog/facts.h"

#include "core/catalog/records.h"

namespace catalog {

using base::Result;

namespace {

using Parts = QList<QByteArrayView>;

// "VALUE|LABEL|SINCE|BACKPORT,BACKPORT"
std::optional<KnownValue> knownValue(const Parts &parts)
{
    KnownValue value{.value = part(parts, 0), .label = part(parts, 1)};
    if (parts.size() > 4 || !readVersion(part(parts, 2), value.since))
        return std::nullopt;
    for (const QByteArrayView backport : split(part(parts, 3), ',')) {
        const std::optional<Version> version = Version::parse(backport);
        if (!version)
            return std::nullopt;
        value.backports.append(*version);
    }
    return value;
}

// "NAME|RELATION|LAST RELEASE|invalid"
std::optional<NameVariant> nameVariant(const Parts &parts)
{
    const auto relation = std::find(relationNames.begin(), relationNames.end(), part(parts, 1));
    NameVariant variant{.name = part(parts, 0),
                        .relation = static_cast<Relation>(relation - relationNames.begin()),
                        .isValid = part(parts, 3).isEmpty()};
    const bool isSound = !variant.name.isEmpty() && relation != relationNames.end() && parts.size() <= 4
        && (variant.isValid || part(parts, 3) == "invalid")
        && readVersion(part(parts, 2), variant.lastRelease);
    return isSound ? std::optional(variant) : std::nullopt;
}

// "below LEVEL|VALUE" or "from LEVEL|VALUE"
std::optional<LevelDefault> levelDefault(const Parts &parts)
{
    constexpr QByteArrayView below("below ");
    constexpr QByteArrayView from("from ");
    const QByteArrayView range = part(parts, 0);
    const bool isBelow = range.startsWith(below);
    if (parts.size() > 2 || (!isBelow && !range.startsWith(from)))
        return std::nullopt;
    return LevelDefault{isBelow, range.sliced(isBelow ? below.size() : from.size()), part(parts, 1)};
}

// "NORMAL|OVERLOAD"
std::optional<StressDefault> stressDefault(const Parts &parts)
{
    return parts.size() == 2 ? std::optional(StressDefault{parts[0], parts[1]}) : std::nullopt;
}

bool readDefault(Facts &facts, QByteArrayView text)
{
    const std::optional<Parameter::Default> value = parsedDefault(text);
    if (value)
        facts.defaults.append(*value);
    return value.has_value();
}

using columns::choice;
using columns::composed;
using columns::statement;
using columns::value;
using columns::words;

constexpr std::array factColumns{
    Column<Facts>{"apply", choice<&Facts::apply, applyNames>},
    Column<Facts>{"backported_to", words<&Facts::backports>},
    Column<Facts>{"by_level", composed<&Facts::levelDefaults, levelDefault>},
    Column<Facts>{"by_stress", composed<&Facts::stressDefaults, stressDefault>},
    Column<Facts>{"default", readDefault},
    Column<Facts>{"default_documented", value<&Facts::documentedDefault>},
    Column<Facts>{"default_effective", value<&Facts::effectiveDefault>},
    Column<Facts>{"default_kind", choice<&Facts::defaultKind, defaultKindNames>},
    Column<Facts>{"default_legacy_name", value<&Facts::legacyName>},
    Column<Facts>{"default_refers_to", words<&Facts::defaultRefersTo>},
    Column<Facts>{"deprecated_since", value<&Facts::deprecatedSince>},
    Column<Facts>{"empty_allowed", statement<&Facts::mayBeEmpty>},
    Column<Facts>{"environment_names", words<&Facts::environmentNames>},
    Column<Facts>{"expansion_names", words<&Facts::expansionNames>},
    Column<Facts>{"group", value<&Facts::topic>},
    Column<Facts>{"ignored_since", value<&Facts::ignoredSince>},
    Column<Facts>{"kind", choice<&Facts::kind, kindNames>},
    Column<Facts>{"last_release", value<&Facts::lastRelease>},
    Column<Facts>{"max", value<&Facts::maximum>},
    Column<Facts>{"max_length", value<&Facts::maximumLength>},
    Column<Facts>{"min", value<&Facts::minimum>},
    Column<Facts>{"min_length", value<&Facts::minimumLength>},
    Column<Facts>{"name_variant", composed<&Facts::variants, nameVariant>},
    Column<Facts>{"postconf_warning_since", value<&Facts::warnedSince>},
    Column<Facts>{"removed_in", value<&Facts::removedIn>},
    Column<Facts>{"renamed_in", value<&Facts::renamedIn>},
    Column<Facts>{"replaced_by", words<&Facts::replacedBy>},
    Column<Facts>{"requires_build", words<&Facts::requiresBuild>},
    Column<Facts>{"since", value<&Facts::since>},
    Column<Facts>{"since_documented", value<&Facts::documentedSince>},
    Column<Facts>{"since_source", value<&Facts::sinceSource>},
    Column<Facts>{"status", choice<&Facts::status, statusNames>},
    Column<Facts>{"status_note", value<&Facts::statusNote>},
    Column<Facts>{"summary", value<&Facts::help>},
    Column<Facts>{"table_format", value<&Facts::tableFormat>},
    Column<Facts>{"undocumented", statement<&Facts::isDocumented, false>},
    Column<Facts>{"unexpanded", statement<&Facts::isExpanded, false>},
    Column<Facts>{"unit", choice<&Facts::unit, timeUnitNames>},
    Column<Facts>{"used_by", words<&Facts::usedBy>},
    Column<Facts>{"value", composed<&Facts::values, knownValue>},
    Column<Facts>{"value_forms", value<&Facts::forms>},
    Column<Facts>{"value_type", choice<&Facts::valueType, valueTypeNames>},
    Column<Facts>{"values_open", statement<&Facts::areOthersLegal>},
    Column<Facts>{"values_pattern", value<&Facts::pattern>},
    Column<Facts>{"values_source", value<&Facts::valuesSource>},
};

bool isReached(const std::optional<Version> &since, const Version &target)
{
    return since && *since <= target;
}

} // namespace

bool KnownValue::isKnownTo(const Version &target) const
{
    return !since || isAvailable(*since, backports, target);
}

QByteArrayView Facts::defaultFor(const Version &target) const
{
    return catalog::defaultFor(defaults, target);
}

bool Facts::isReadBy(QByteArrayView program) const
{
    return usedBy.contains(program) || usedBy.contains(QByteArrayView("all"));
}

Standing standingIn(const Facts &facts, const Version &target)
{
    if (!isAvailable(facts.since, facts.backports, target))
        return Standing::NotYet;
    if (isReached(facts.removedIn, target))
        return Standing::Removed;
    if (isReached(facts.renamedIn, target))
        return Standing::Renamed;
    if (isReached(facts.ignoredSince, target))
        return Standing::Ignored;
    if (isReached(facts.deprecatedSince, target))
        return Standing::Deprecated;
    switch (facts.status) {
    case Status::ReadOnly:
        return Standing::ReadOnly;
    case Status::Internal:
        return Standing::Internal;
    case Status::Function:
        return Standing::Function;
    case Status::Current:
    case Status::Deprecated:
    case Status::Ignored:
    case Status::LegacyAlias:
    case Status::Removed:
        break;
    }
    return Standing::Current;
}

Result<QList<Facts>> readFacts(const QByteArray &text, const Catalog &catalog)
{
    constexpr const char *table = "facts.tsv";
    auto facts = readRecords(table, text, factColumns);
    if (!facts)
        return facts.error();
    QList<Facts> all = std::move(facts).value();
    qsizetype shared = 0;
    for (qsizetype i = 0; i < all.size(); ++i) {
        Facts &one = all[i];
        const bool isSorted = i == 0 || all[i - 1].name < one.name;
        if (const Parameter *parameter = catalog.find(one.name)) {
            one.since = parameter->since;
            one.backports = parameter->backports;
            one.defaults = parameter->defaults;
            ++shared;
        }
        if (!isSorted || one.defaults.isEmpty() || one.help.isEmpty() || one.topic.isEmpty())
            return malformed(table, i);
    }
    if (shared < catalog.parameters().size())
        return malformed(table, all.size());
    return all;
}

} // namespace catalog
