// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/edits/refusal.h"
#include "core/effective/target.h"
#include "core/model/draft.h"

namespace filters {

/// Adds a test of the recipient that could be slow or cost others work, "reject_rbl_client list" or
/// "check_policy_service unix:private/policy": behind what keeps strangers from relaying and lets friends
/// pass, in front of a test that ends the list. Without a list, one is made that does that first.
edits::Outcome addRecipientTest(model::Draft &draft, const QByteArray &name, const QByteArray &argument,
                                const effective::Target &target);

} // namespace filters
