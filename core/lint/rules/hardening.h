// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/rule.h"

namespace lint {

void debugLeftOn(const Context &context, Report &report);
void privilegedAccount(const Context &context, Report &report);
void commandsFromInclude(const Context &context, Report &report);
void dangerousEnvironment(const Context &context, Report &report);
void passwordInMainCf(const Context &context, Report &report);
void leadingDashRecipients(const Context &context, Report &report);

} // namespace lint
