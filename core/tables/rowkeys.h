// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/tables/rowfilter.h"

namespace tables {

/// The rows with that key, as Postfix reads it; in a table of keys and values or of aliases whatever its
/// case. Those that are switched off instead of those in force if wanted.
RowNumbers rowsOfKey(const model::File &file, const QByteArray &key, bool areOff = false);

} // namespace tables
