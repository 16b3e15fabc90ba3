// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/rule.h"

namespace lint {

void misspeltParameter(const Context &context, Report &report);
void unusedName(const Context &context, Report &report);
void newerThanTarget(const Context &context, Report &report);
void deprecatedParameter(const Context &context, Report &report);
void removedParameter(const Context &context, Report &report);
void readOnlyName(const Context &context, Report &report);
void limitWithoutService(const Context &context, Report &report);
void undefinedClass(const Context &context, Report &report);

} // namespace lint
