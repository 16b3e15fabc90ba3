// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalog/catalog.h"
#include "core/catalog/kinds.h"

namespace catalog {

/// A value that a parameter is known to take.
struct KnownValue
{
    QByteArrayView value;
    QByteArrayView label = {}; ///< a few words, may be empty
    std::optional<Version> since = std::nullopt; ///< as long as the parameter itself if missing
    QList<Version> backports = {}; ///< patch releases of older branches that take it too

    bool isKnownTo(const Version &target) const;
};

struct NameVariant
{
    QByteArrayView name;
    Relation relation = Relation::Base; ///< what `name` is to the parameter that has the variant
    bool isValid = true; ///< false: a spelling that Postfix does not know
    std::optional<Version> lastRelease = std::nullopt; ///< that knew `name`
};

/// What a default expression gives below, or from, a compatibility level.
struct LevelDefault
{
    bool isBelow = false;
    QByteArrayView level;
    QByteArrayView value;
};

/// What a default expression gives in a service that is, or is not, overloaded.
struct StressDefault
{
    QByteArrayView normal;
    QByteArrayView overload;
};

/// Everything known about one parameter over all versions. Text points into the Reference it came from.
struct Facts
{
    QByteArrayView name;
    QByteArrayView help = {}; ///< one sentence
    QByteArrayView topic = {};

    Kind kind = Kind::String;
    ValueType valueType = ValueType::Text;
    std::optional<qint64> minimum = std::nullopt; ///< checked by Postfix; seconds for a time
    std::optional<qint64> maximum = std::nullopt;
    std::optional<qint64> minimumLength = std::nullopt;
    std::optional<qint64> maximumLength = std::nullopt;
    std::optional<TimeUnit> unit = std::nullopt; ///< of a time without a suffix
    QList<KnownValue> values = {};
    bool areOthersLegal = false; ///< besides the known values
    QByteArrayView valuesSource = {}; ///< "code" or "curated"
    QByteArrayView pattern = {}; ///< regular expression for a value
    QList<QByteArrayView> forms = {}; ///< shapes of a value
    QByteArrayView tableFormat = {}; ///< of the tables that the value names; see TableFormat
    QList<QByteArrayView> expansionNames = {}; ///< names that a raw template may use as $name
    QList<QByteArrayView> environmentNames = {};
    bool mayBeEmpty = false;
    bool isExpanded = true; ///< $name in its value is replaced

    DefaultKind defaultKind = DefaultKind::Literal;
    QList<Parameter::Default> defaults = {}; ///< oldest first; see defaultFor()
    QList<QByteArrayView> defaultRefersTo = {}; ///< the $names in the newest default
    QByteArrayView documentedDefault = {}; ///< if the manual shows another; "computed": it asks postconf -d
    QByteArrayView legacyName = {}; ///< an old name whose value comes before the default
    std::optional<QByteArrayView> effectiveDefault = std::nullopt; ///< the default without that old name
    QList<LevelDefault> levelDefaults = {};
    QList<StressDefault> stressDefaults = {}; ///< one at most

    Status status = Status::Current; ///< in the newest version; see standingIn()
    QByteArrayView statusNote = {};
    Version since = {};
    QByteArrayView sinceSource = "git_history"; ///< or "release_notes", "manual"
    std::optional<Version> documentedSince = std::nullopt; ///< if the manual says otherwise
    QList<Version> backports = {};
    std::optional<Version> deprecatedSince = std::nullopt;
    std::optional<Version> warnedSince = std::nullopt; ///< postconf warns that it is deprecated
    std::optional<Version> ignoredSince = std::nullopt;
    std::optional<Version> renamedIn = std::nullopt;
    std::optional<Version> removedIn = std::nullopt;
    std::optional<Version> lastRelease = std::nullopt; ///< that knew it
    QList<QByteArrayView> replacedBy = {};
    QList<NameVariant> variants = {};

    QList<QByteArrayView> usedBy = {}; ///< programs; "all": shared by every program
    Apply apply = Apply::Reload;
    QList<QByteArrayView> requiresBuild = {}; ///< "TLS", "SASL", ...
    bool isDocumented = true;

    /// As Parameter::defaultFor(): the text in the code, which only a Host completes where the build decides.
    QByteArrayView defaultFor(const Version &target) const;
    bool isReadBy(QByteArrayView program) const;
};

/// What a parameter is to a version.
enum class Standing { NotYet, Current, Deprecated, Ignored, Renamed, Removed, ReadOnly, Internal, Function };

Standing standingIn(const Facts &facts, const Version &target);

/// facts.tsv; see resources/catalog/reference.py. What parameters.tsv says stands in `catalog`, which must
/// outlive the views.
base::Result<QList<Facts>> readFacts(const QByteArray &text, const Catalog &catalog);

} // namespace catalog
