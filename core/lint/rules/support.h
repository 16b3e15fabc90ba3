// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/rule.h"

namespace lint {

void socketOutsideChroot(const Context &context, Report &report);
void supportServiceMissing(const Context &context, Report &report);
void policyTimeLimit(const Context &context, Report &report);
void settingsOfUnusedService(const Context &context, Report &report);

} // namespace lint
