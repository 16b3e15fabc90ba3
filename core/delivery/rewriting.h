// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/delivery/settings.h"
#include "core/delivery/tree.h"

namespace delivery {

/// Where trivial-rewrite(8) sends a recipient.
struct Destination
{
    QByteArray recipient; ///< user@domain, without routing
    QByteArray transport;
    QByteArray nextHop;
    Row row = {}; ///< what decided
    Why why = Why::None; ///< of transport "error", or why it can't be told
    QString problem = {};
};

/// What answered the last question.
Row rowOf(QByteArrayView parameter, const lookup::AddressAnswer &answer);

/// The address with what is missing: rewrite_tree() in src/trivial-rewrite/rewrite.c, for addresses that are
/// given without quotes.
QByteArray completed(const QByteArray &address, const Settings &settings);

/// resolve_addr() in src/trivial-rewrite/resolve.c.
Destination destinationOf(const QByteArray &address, Settings &settings);

} // namespace delivery
