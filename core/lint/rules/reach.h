// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/rule.h"

namespace lint {

void afterUnconditional(const Context &context, Report &report);
void afterDestinationSplit(const Context &context, Report &report);
void repeatedRestriction(const Context &context, Report &report);

} // namespace lint
