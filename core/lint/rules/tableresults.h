// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/rule.h"

/// What tables answer, by what they are asked for.
namespace lint {

void unknownAccessAction(const Context &context, Report &report);
void tableInAccessResult(const Context &context, Report &report);
void commandInVirtual(const Context &context, Report &report);
void badTlsPolicy(const Context &context, Report &report);
void actionArgument(const Context &context, Report &report);
void unknownCheckAction(const Context &context, Report &report);
void deliveryStatusResult(const Context &context, Report &report);
void nextHopInTable(const Context &context, Report &report);

} // namespace lint
