// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/target.h"
#include "core/model/snapshot.h"

#include <optional>

namespace ui {

class Knowledge;

/// The server that the rules judge the configuration for, as far as it is known: the version, and the host
/// where the configuration is that of this machine. Nothing when the program's own tables can't be read. What
/// it points into is `knowledge`'s.
std::optional<lint::Target> lintTarget(const Knowledge &knowledge, const model::Snapshot &snapshot);

} // namespace ui
