// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalog/facts.h"
#include "core/values/domain.h"

namespace ui {

/// What a field for this parameter has to know about its values, in that version. Any text without facts: a
/// parameter of the user's.
values::Domain domainOf(const catalog::Facts *facts, const catalog::Version &target);

} // namespace ui
