// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/restrictions/reach.h"
#include "core/restrictions/rules.h"

namespace restrictions {

/// What there is to say of the steps beyond whether they are reached.
void noteSteps(List &list, const Reach &reach, const effective::Values &values, qsizetype service);

/// What there is to say of the lists themselves.
void noteLists(Rules &rules, const Reach &reach, const effective::Values &values, qsizetype service);

} // namespace restrictions
