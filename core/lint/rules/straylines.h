// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/rule.h"

namespace lint {

void missingEquals(const model::Snapshot &snapshot, Report &report);
void missingName(const model::Snapshot &snapshot, Report &report);
void indentedFirstLine(const model::Snapshot &snapshot, Report &report);
void fieldCount(const model::Snapshot &snapshot, Report &report);

} // namespace lint
