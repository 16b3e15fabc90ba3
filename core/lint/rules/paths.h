// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/rule.h"

namespace lint {

void relativeMailboxBase(const Context &context, Report &report);
void mapWithoutType(const Context &context, Report &report);
void relativePath(const Context &context, Report &report);
void maildirWithoutSlash(const Context &context, Report &report);
void cacheOutsideDataDirectory(const Context &context, Report &report);

} // namespace lint
