// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/rule.h"

namespace lint {

void conflictingDuplicate(const model::Snapshot &snapshot, Report &report);
void repeatedDuplicate(const model::Snapshot &snapshot, Report &report);

} // namespace lint
