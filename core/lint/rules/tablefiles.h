// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/rule.h"

namespace lint {

void tableSourceMissing(const Context &context, Report &report);
void indexMissing(const Context &context, Report &report);
void indexStale(const Context &context, Report &report);
void indexWithoutSource(const Context &context, Report &report);
void indexSuffixInName(const Context &context, Report &report);
void secretTableReadable(const Context &context, Report &report);
void leftoverWithSecret(const Context &context, Report &report);

} // namespace lint
