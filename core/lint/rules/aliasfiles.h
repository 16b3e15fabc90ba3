// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/rule.h"

namespace lint {

void aliasLoop(const Context &context, Report &report);
void noPostmaster(const Context &context, Report &report);

} // namespace lint
