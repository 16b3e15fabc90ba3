// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/rule.h"

namespace lint {

void unknownKeyword(const Context &context, Report &report);
void unknownListWord(const Context &context, Report &report);
void badTlsProtocol(const Context &context, Report &report);
void badCipherGrade(const Context &context, Report &report);
void badCompatibilityLevel(const Context &context, Report &report);
void loopbackMixed(const Context &context, Report &report);
void emptyNotAllowed(const Context &context, Report &report);

} // namespace lint
