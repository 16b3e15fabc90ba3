// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/catalog/kinds.h"
#include "core/catalog/releases.h"
#include "core/catalog/version.h"

#include <QByteArray>
#include <QHash>
#include <QList>

namespace catalog {

/// What is known about one parameter over all versions. Text points into the catalog.
struct Parameter
{
    struct Default
    {
        Version since;
        QByteArrayView value; ///< empty where it depends on the host or the build
    };

    QByteArrayView name;
    Version since;
    std::optional<Version> until; ///< first feature release that no longer has it
    QList<Version> backports = {};
    QList<Default> defaults = {}; ///< oldest first
    std::optional<DefaultKind> decidedBy =
        std::nullopt; ///< by whom the default is, if not by the version alone
    bool isRaw = false; ///< its value is not expanded
    bool isReadOnly = false; ///< a setting of it is ignored
    bool isLegacy = false; ///< shown only when it is set

    bool isKnownTo(const Version &target) const;
    /// The text in the code of that version; Host::defaultFor() has what the build and the host make of it.
    QByteArrayView defaultFor(const Version &target) const;
};

/// "VERSION VALUE"
std::optional<Parameter::Default> parsedDefault(QByteArrayView text);
/// The one of `defaults`, oldest first, that holds in a version.
QByteArrayView defaultFor(const QList<Parameter::Default> &defaults, const Version &target);
/// Whether a version has what came with `since`, and with patches of older branches.
bool isAvailable(const Version &since, const QList<Version> &backports, const Version &target);

/// A parameter that every service of these programs has, named after the service.
struct ServiceParameter
{
    QByteArrayView suffix;
    Version since;
    QList<QByteArrayView> programs;
    QByteArrayView defaultValue;
};

/// The built-in knowledge about Postfix, as far as postconf needs it; a Reference has the rest. Constant;
/// made once and handed to whoever needs it.
class Catalog
{
public:
    /// The oldest and the newest version that can be a target.
    static constexpr Version oldest{2, 10, 0};
    static constexpr Version newest{3, 12, 0};

    /// The text of parameters.tsv, services.tsv and so on; see resources/catalog/generate.py.
    struct Tables
    {
        QByteArray parameters;
        QByteArray services;
        QByteArray tableClients;
        QByteArray build;
        QByteArray releases;
    };

    /// From the tables in the program's resources. Malformed names the table and the line.
    static base::Result<Catalog> load();
    static base::Result<Catalog> parse(const Tables &tables);

    const QList<Parameter> &parameters() const { return m_parameters; }
    const QList<ServiceParameter> &serviceParameters() const { return m_serviceParameters; }
    /// Null when no version knows it.
    const Parameter *find(QByteArrayView name) const;
    /// The settings of a database client that could stand in main.cf behind "NAME_"; empty for other types.
    QList<QByteArrayView> tableClientKeys(QByteArrayView type) const { return m_tableClients.value(type); }

    /// What Debian's build of a version has for a default that a build decides; else what the code has.
    QByteArrayView buildDefault(const Parameter &parameter, const Version &target) const;

    /// The feature releases from `oldest` to `newest`.
    const QList<Release> &releases() const { return m_releases; }
    /// The one a version belongs to; null for what can't be a target.
    const Release *release(const Version &version) const;

private:
    Catalog() = default;

    Tables m_tables; ///< what the views point into
    QList<Parameter> m_parameters;
    QHash<QByteArrayView, qsizetype> m_byName;
    QList<ServiceParameter> m_serviceParameters;
    QHash<QByteArrayView, QList<QByteArrayView>> m_tableClients;
    QHash<QByteArrayView, QList<Parameter::Default>> m_buildDefaults;
    QList<Release> m_releases;
};

} // namespace catalog
