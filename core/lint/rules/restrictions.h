// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/rule.h"

namespace lint {

void unknownRestriction(const Context &context, Report &report);
void argumentMissing(const Context &context, Report &report);
void oldRestrictionName(const Context &context, Report &report);
void removedRestriction(const Context &context, Report &report);
void bareTable(const Context &context, Report &report);
void tooEarly(const Context &context, Report &report);
void deadBlockList(const Context &context, Report &report);
void idleWarning(const Context &context, Report &report);
void okFromNameServerCheck(const Context &context, Report &report);

} // namespace lint
