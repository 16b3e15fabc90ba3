// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/effective/scope.h"
#include "core/effective/target.h"

#include <QMap>

namespace effective {

/// Parameters that exist because of a service's name, and their defaults.
using ServiceMadeDefaults = QMap<QByteArray, QByteArray>;

/// What pcf_register_service_parameters() in src/postconf/postconf_service.c registers, but for names that
/// have a default of their own.
ServiceMadeDefaults serviceMadeDefaults(const QList<Service> &services, const Target &target);

/// The default of a parameter that Postfix has by itself; nothing when this version does not know it.
std::optional<Definition> builtInDefault(QByteArrayView name, const Target &target);

/// What the text of a default that is made from other parameters depends on.
QByteArrayList madeFrom(Definition::Made made, const Target &target);
/// The text of such a default for their values, expanded; empty for one that is not set.
QByteArray madeDefault(Definition::Made made, const Target &target, const QByteArrayList &values);

/// How this version reads a value.
syntax::ExpansionRules expansionRules(const catalog::Version &version);

} // namespace effective
