// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/tables/replacing.h"

namespace tables {

/// A row that no lookup ever gets to, because of one above it.
struct Shadow
{
    enum class Reason : quint8 {
        SameKey, ///< both have it; Postfix keeps the first
        Covered, ///< the network is part of the other's
        CatchAll ///< the other matches everything
    };
    quint32 row = 0;
    quint32 by = 0;
    Reason reason = Reason::SameKey;

    bool operator==(const Shadow &) const = default;
};

using Shadows = QList<Shadow>; ///< by row, ascending

/// All of a table, among the rows in force. What stands between `if` and `endif` is not judged, and neither
/// is what is negated. Any thread may ask; nothing comes back when it was cancelled.
Shadows shadowedRows(const model::File &file, const IsCancelled &isCancelled = {});

/// The row that this one is shadowed by, or nothing.
const Shadow *shadowOf(const Shadows &shadows, quint32 row);

} // namespace tables
