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

/// myhostname, when it is not set: the host's name, with a domain behind it where it has none.
/// pcf_check_myhostname() in src/postconf/postconf_builtin.c.
QByteArray hostNameFor(const Target &target, const QByteArray &mydomain);

/// mydomain, when it is not set: what follows the first dot of myhostname. pcf_check_mydomainname().
QByteArray domainNameFor(const QByteArray &myhostname);

/// How this version reads a value.
syntax::ExpansionRules expansionRules(const catalog::Version &version);

} // namespace effective
