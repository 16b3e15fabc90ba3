// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/rule.h"

/// The settings of database clients, and what they log in with.
namespace lint {

void clientFileUnknownKey(const Context &context, Report &report);
void clientQueryWithoutKey(const Context &context, Report &report);
void saslKeyMismatch(const Context &context, Report &report);

} // namespace lint
