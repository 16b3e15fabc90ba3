// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/rule.h"

namespace lint {

void swallowedAssignment(const Context &context, Report &report);
void continuedCommentedHead(const Context &context, Report &report);
void trailingBackslash(const Context &context, Report &report);
void typographicCharacter(const Context &context, Report &report);
void invalidUtf8(const Context &context, Report &report);

} // namespace lint
