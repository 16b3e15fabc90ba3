// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/rule.h"

namespace lint {

void nulByte(const model::Snapshot &snapshot, Report &report);
void windowsLineEnds(const model::Snapshot &snapshot, Report &report);
void byteOrderMark(const model::Snapshot &snapshot, Report &report);
void noFinalNewline(const model::Snapshot &snapshot, Report &report);

} // namespace lint
