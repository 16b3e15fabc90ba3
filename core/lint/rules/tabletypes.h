// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/rule.h"

/// How settings name tables.
namespace lint {

void unsupportedType(const Context &context, Report &report);
void berkeleyDbGone(const Context &context, Report &report);
void proxyNotApproved(const Context &context, Report &report);

} // namespace lint
