// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/rule.h"

namespace lint {

void noRelayProtection(const Context &context, Report &report);
void forgeablePermit(const Context &context, Report &report);
void unknownTableBeforeProtection(const Context &context, Report &report);
void policyBeforeProtection(const Context &context, Report &report);
void backupWithoutNetworks(const Context &context, Report &report);
void anyCertificateRelays(const Context &context, Report &report);

} // namespace lint
