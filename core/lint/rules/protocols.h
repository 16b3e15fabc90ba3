// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/rule.h"

namespace lint {

void oldMandatoryProtocols(const Context &context, Report &report);
void sslInOpportunistic(const Context &context, Report &report);
void weakFingerprint(const Context &context, Report &report);

} // namespace lint
