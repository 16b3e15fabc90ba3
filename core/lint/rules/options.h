// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/rule.h"

namespace lint {

void strayArgument(const Context &context, Report &report);
void optionWithoutValue(const Context &context, Report &report);
void verboseService(const Context &context, Report &report);
void optionRepeated(const Context &context, Report &report);
void optionNotRead(const Context &context, Report &report);
void unbalancedBrace(const Context &context, Report &report);
void optionGlued(const Context &context, Report &report);

} // namespace lint
