// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/context.h"
#include "core/lint/tables.h"

namespace lint {

/// A place that sends mail to a transport.
struct TransportUse
{
    QByteArray transport;
    model::Place place;
    bool isFilter = false; ///< content_filter or a FILTER action
};

/// What settings, known tables and actions name, in the order of their files.
QList<TransportUse> transportUses(const Context &context);
QSet<QByteArray> usedTransports(const Context &context);

} // namespace lint
