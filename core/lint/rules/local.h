// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/rule.h"

namespace lint {

void localRecipientsUnchecked(const Context &context, Report &report);
void aliasDatabaseDiffers(const Context &context, Report &report);
void deliveryShadowed(const Context &context, Report &report);
void luserRelayIdle(const Context &context, Report &report);

} // namespace lint
