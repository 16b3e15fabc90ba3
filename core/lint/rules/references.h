// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/rule.h"

namespace lint {

void trailingComment(const Context &context, Report &report);
void quotedValue(const Context &context, Report &report);
void undefinedReference(const Context &context, Report &report);
void referenceCycle(const Context &context, Report &report);
void selfReference(const Context &context, Report &report);
void truncatedReference(const Context &context, Report &report);
void emptyReference(const Context &context, Report &report);
void malformedExpression(const Context &context, Report &report);
void parenthesisedReference(const Context &context, Report &report);

} // namespace lint
