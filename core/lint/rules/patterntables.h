// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/rule.h"

/// Rules of regexp, pcre and cidr tables.
namespace lint {

void literalInPatternTable(const Context &context, Report &report);
void badCidrEntry(const Context &context, Report &report);
void badPattern(const Context &context, Report &report);
void openEndedPermitPattern(const Context &context, Report &report);
void cidrShadowed(const Context &context, Report &report);
void patternShadowed(const Context &context, Report &report);
void receivedRemoved(const Context &context, Report &report);

} // namespace lint
