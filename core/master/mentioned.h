// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/edits/refusal.h"
#include "core/effective/target.h"
#include "core/model/draft.h"

namespace master {

/// Defines, as empty, the names of the user's own that the draft's services in force mention now, did not in
/// `before`, and that have no value: "$mua_client_restrictions" of a line that was switched on. Postfix takes
/// them as empty too, and complains of each.
edits::Outcome defineMentioned(model::Draft &draft, const model::Snapshot &before,
                               const effective::Target &target);

} // namespace master
