// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/rule.h"

namespace lint {

void badBoolean(const Context &context, Report &report);
void badInteger(const Context &context, Report &report);
void outOfRange(const Context &context, Report &report);
void badTime(const Context &context, Report &report);
void sloppyTimeUnit(const Context &context, Report &report);
void timeWithoutUnit(const Context &context, Report &report);
void badReplyCode(const Context &context, Report &report);

} // namespace lint
