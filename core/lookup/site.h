// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/effective/values.h"
#include "core/lookup/addresslookup.h"

namespace lookup {

/// How this configuration, or one of its services, has tables read: smtputf8_enable and
/// default_database_type. `service` is an index into Values::services().
Opening openingOf(const effective::Values &values, const ReadTable &read,
                  qsizetype service = effective::noService);

/// What this configuration makes of addresses when it asks the tables of `parameter`. Tables and files in
/// mydestination are opened with `opening`.
Site siteOf(const effective::Values &values, QByteArrayView parameter, const Opening &opening,
            qsizetype service = effective::noService);

/// Asks the tables that the configuration gives the parameter.
AddressAnswer findAddress(const effective::Values &values, QByteArrayView parameter,
                          const QByteArray &address, const Opening &opening,
                          qsizetype service = effective::noService);

} // namespace lookup
