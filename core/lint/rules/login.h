// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/rule.h"

namespace lint {

void anonymousLogin(const Context &context, Report &report);
void loginMatchTooLate(const Context &context, Report &report);
void loginMatchWithoutMap(const Context &context, Report &report);
void loginMapUnused(const Context &context, Report &report);
void loginMatchWithoutLogin(const Context &context, Report &report);
void clientLoginWithoutPasswords(const Context &context, Report &report);
void passwordsWithoutClientLogin(const Context &context, Report &report);
void clientPasswordCleartext(const Context &context, Report &report);
void dovecotWithoutPath(const Context &context, Report &report);
void brokenClients(const Context &context, Report &report);
void certificateNotAsked(const Context &context, Report &report);
void saslTypeUnsupported(const Context &context, Report &report);

} // namespace lint
