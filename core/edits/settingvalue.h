// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/edits/listplan.h"
#include "core/edits/refusal.h"

namespace edits {

/// Gives setting `index` this value, in force or not. A list over several lines is edited item by item; any
/// other value is replaced. What was written is read back, and refused when it means something else.
Outcome writeValue(model::Draft &draft, qsizetype index, const QByteArray &value);

/// The same for a list, told item by item; `items` are what it has to read as.
Outcome writeList(model::Draft &draft, qsizetype index, const QList<ListEntry> &entries,
                  const QByteArrayList &items);

} // namespace edits
