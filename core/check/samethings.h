// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/check/problem.h"

namespace check {

/// Whether a message of Postfix says what a rule has found already, there.
bool isSameThing(const Problem &own, const Problem &postfix);

} // namespace check
