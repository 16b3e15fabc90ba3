// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/delivery/tree.h"
#include "core/model/changes.h"
#include "core/model/snapshot.h"

#include <optional>

namespace ui {

/// Where a node's row is written: in a table that is open, or in main.cf. Nothing where neither has it.
std::optional<model::Place> placeOf(const delivery::Node &node, const model::Snapshot &snapshot);

/// The row of a table, by its line; nothing when its file is not open.
std::optional<model::Place> placeOfRow(const model::Snapshot &snapshot, const QByteArray &table,
                                       qsizetype line);

} // namespace ui
