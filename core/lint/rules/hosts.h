// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/rule.h"

namespace lint {

void badHostName(const Context &context, Report &report);
void relayhostIsSelf(const Context &context, Report &report);
void severalOrigins(const Context &context, Report &report);
void networkHostBits(const Context &context, Report &report);
void ipv6WithoutBrackets(const Context &context, Report &report);
void badNextHop(const Context &context, Report &report);
void wildcardDomain(const Context &context, Report &report);
void addressInDomainList(const Context &context, Report &report);
void badServiceEndpoint(const Context &context, Report &report);

} // namespace lint
