// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/rule.h"

namespace lint {

void domainInTwoClasses(const Context &context, Report &report);
void relayRecipientsUnchecked(const Context &context, Report &report);
void virtualMailboxUnchecked(const Context &context, Report &report);
void ownNameNotLocal(const Context &context, Report &report);
void virtualDomainEmpty(const Context &context, Report &report);
void aliasDomainInNoClass(const Context &context, Report &report);

} // namespace lint
