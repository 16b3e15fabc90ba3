// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/target.h"
#include "core/model/snapshot.h"
#include "core/tools/tablechecks.h"

namespace check {

/// The open tables that the settings name, each with a few keys that must be found in it once it is compiled:
/// for tools::CheckOptions::tables.
QList<tools::TableToCheck> trialTables(const model::Snapshot &snapshot, const lint::Target &target);

} // namespace check
