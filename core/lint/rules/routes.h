// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/rule.h"

namespace lint {

void transportMissing(const Context &context, Report &report);
void contentFilterMissing(const Context &context, Report &report);
void relayToSelf(const Context &context, Report &report);
void filterLoop(const Context &context, Report &report);

} // namespace lint
