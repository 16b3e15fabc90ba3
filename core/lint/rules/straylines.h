// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/rule.h"

namespace lint {

void missingEquals(const Context &context, Report &report);
void missingName(const Context &context, Report &report);
void indentedFirstLine(const Context &context, Report &report);
void fieldCount(const Context &context, Report &report);

} // namespace lint
