// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/rule.h"

namespace lint {

void companionMissing(const Context &context, Report &report);
void onSubmissionPort(const Context &context, Report &report);
void dnsblWithoutAction(const Context &context, Report &report);
void thresholdUnreachable(const Context &context, Report &report);
void ownNetworksTested(const Context &context, Report &report);
void dnsblSyntax(const Context &context, Report &report);
void deepTests(const Context &context, Report &report);

} // namespace lint
