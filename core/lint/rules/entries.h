// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/rule.h"

namespace lint {

void duplicateService(const Context &context, Report &report);
void portConflict(const Context &context, Report &report);
void coreServiceMissing(const Context &context, Report &report);
void postlogMissing(const Context &context, Report &report);

} // namespace lint
