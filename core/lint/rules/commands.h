// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/rule.h"

namespace lint {

void pipeAttributes(const Context &context, Report &report);
void spawnAttributes(const Context &context, Report &report);
void recipientLimitForFlags(const Context &context, Report &report);
void shellSyntax(const Context &context, Report &report);

} // namespace lint
