// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/rule.h"

namespace lint {

void writableByOthers(const Context &context, Report &report);
void notOwnedByRoot(const Context &context, Report &report);
void mainCfUnreadable(const Context &context, Report &report);
void originFile(const Context &context, Report &report);

} // namespace lint
