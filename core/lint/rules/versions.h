// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/rule.h"

namespace lint {

void levelMissing(const Context &context, Report &report);
void levelTooNew(const Context &context, Report &report);
void legacyDefaults(const Context &context, Report &report);
void syntaxTooNew(const Context &context, Report &report);
void chrootByDefault(const Context &context, Report &report);
void levelAboveTarget(const Context &context, Report &report);

} // namespace lint
