// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/rule.h"

namespace lint {

void nulByte(const Context &context, Report &report);
void windowsLineEnds(const Context &context, Report &report);
void byteOrderMark(const Context &context, Report &report);
void noFinalNewline(const Context &context, Report &report);

} // namespace lint
