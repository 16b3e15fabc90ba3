// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/syntax/mastercf.h"

namespace master {

/// For every service, in the order of the file, the services in force that listen on the same as it does:
/// the same name and type, or the same port under another name. A service that is switched off is in nobody's
/// way. `hearsAll` says that a port without a host is one of every address (inet_interfaces = all), so that
/// "127.0.0.1:25" is in the way of "smtp".
QList<QList<qsizetype>> rivals(const syntax::MasterCf &file, bool hearsAll);

} // namespace master
