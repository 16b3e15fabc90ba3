// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/rule.h"

/// Rows of tables with keys: postmap(1), aliases(5).
namespace lint {

void patternInKeyTable(const Context &context, Report &report);
void aliasStyleKey(const Context &context, Report &report);
void aliasWithoutColon(const Context &context, Report &report);
void keyWithoutValue(const Context &context, Report &report);
void duplicateKey(const Context &context, Report &report);
void networkInIndexedAccess(const Context &context, Report &report);
void wildcardInIndexedKey(const Context &context, Report &report);
void swallowedEntry(const Context &context, Report &report);
void trailingCommentInEntry(const Context &context, Report &report);
void parameterInTable(const Context &context, Report &report);
void aliasWithDomain(const Context &context, Report &report);

} // namespace lint
