// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayList>
#include <QFlags>

#include <optional>

namespace lint {

class Context;
struct Rule;

/// What a host is for. It may be several things at once.
enum class Role : quint8 {
    NullClient = 0x01, ///< hands all its mail to another host, and keeps none
    Satellite = 0x02, ///< the same, but has mailboxes of its own
    InternetMx = 0x04, ///< takes mail from anybody for domains whose mailboxes it has
    BackupMx = 0x08, ///< takes mail from anybody for domains that it sends on to their hosts
    Submission = 0x10, ///< takes mail from users who log in
    Gateway = 0x20 ///< takes mail from anybody for hosts behind it that it is told
};
Q_DECLARE_FLAGS(Roles, Role)
Q_DECLARE_OPERATORS_FOR_FLAGS(Roles)

/// What the configuration makes of the host; none where it can't be told.
Roles playedRoles(const Context &context);
/// The same, or what the admin said it is (Target::roles).
Roles rolesOf(const Context &context);

/// "null-client", "satellite", "internet-mx", "backup-mx", "submission" and "gateway", as project files have
/// them.
QByteArrayList roleNames(Roles roles);
/// Nothing when one of the names is no role.
std::optional<Roles> rolesCalled(const QByteArrayList &names);

/// Whether advice of the rule is meant for a host with these roles. Rules that are no advice always are, and
/// every rule is where nothing is known about the host.
bool isMeantFor(const Rule &rule, Roles roles);

} // namespace lint
