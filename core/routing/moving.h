// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/edits/refusal.h"
#include "core/model/draft.h"
#include "core/routing/classes.h"

namespace routing {

/// Takes the domain out of the class: the item of the list that says it, or the row of the table. Where the
/// default says it, the parameter is set without it. Refused for an item that says other domains as well.
edits::Outcome removeDomain(model::Draft &draft, const effective::Target &target, ClassKind kind,
                            const QByteArray &name);

/// Makes the domain one of the class, and of no other.
edits::Outcome moveDomain(model::Draft &draft, const effective::Target &target, ClassKind kind,
                          const QByteArray &name);

} // namespace routing
