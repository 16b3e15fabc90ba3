// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/rule.h"

namespace lint {

void mailboxSmallerThanMessage(const Context &context, Report &report);
void queueMinfreeSmall(const Context &context, Report &report);
void retryTimesInverted(const Context &context, Report &report);
void errorLimitsInverted(const Context &context, Report &report);

} // namespace lint
