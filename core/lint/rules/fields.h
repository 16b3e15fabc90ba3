// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/rule.h"

namespace lint {

void serviceType(const Context &context, Report &report);
void yesNoField(const Context &context, Report &report);
void numberField(const Context &context, Report &report);
void inetPrivate(const Context &context, Report &report);
void unknownDaemon(const Context &context, Report &report);
void mustBeSingle(const Context &context, Report &report);
void mustBeUnlimited(const Context &context, Report &report);
void mustBePrivileged(const Context &context, Report &report);
void mustNotBeChrooted(const Context &context, Report &report);
void fifoService(const Context &context, Report &report);
void unknownPortName(const Context &context, Report &report);

} // namespace lint
