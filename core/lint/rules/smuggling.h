// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/rule.h"

namespace lint {

void unpatchedVersion(const Context &context, Report &report);
void protectionOffByDefault(const Context &context, Report &report);
void protectionDisabled(const Context &context, Report &report);
void exclusionsTooWide(const Context &context, Report &report);
void settingNewerThanPatch(const Context &context, Report &report);
void pipeliningAllowed(const Context &context, Report &report);

} // namespace lint
