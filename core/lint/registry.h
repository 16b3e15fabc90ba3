// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/rule.h"

#include <span>

namespace lint {

std::span<const Rule> rules();

/// What all rules find, in the order of files and places.
Findings findingsIn(const model::Snapshot &snapshot);

} // namespace lint
