// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/rule.h"

namespace lint {

void wholeInternetTrusted(const Context &context, Report &report);
void wideNetworkTrusted(const Context &context, Report &report);
void classNetworkTrusted(const Context &context, Report &report);
void relayDomainsTooWide(const Context &context, Report &report);
void untrustedRouting(const Context &context, Report &report);
void xclientTooWide(const Context &context, Report &report);
void reinjectionExposed(const Context &context, Report &report);

} // namespace lint
