// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/rule.h"

namespace lint {

void plaintextLogin(const Context &context, Report &report);
void loginOnPort25(const Context &context, Report &report);
void submissionWithoutLogin(const Context &context, Report &report);
void submissionOpenToStrangers(const Context &context, Report &report);
void submissionCleartext(const Context &context, Report &report);
void wrapperMissing(const Context &context, Report &report);
void wrapperOnStarttlsPort(const Context &context, Report &report);
void usersMeetServerChecks(const Context &context, Report &report);

} // namespace lint
