// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/edits/refusal.h"
#include "core/effective/target.h"
#include "core/model/draft.h"
#include "core/submission/ports.h"

namespace submission {

/// Makes mail programs welcome at this port, 587 or 465, as RFC 8314 has it: encrypted, after a login, and
/// nobody else. A stanza that is commented out is switched on where it stands, with all it says; what it does
/// not say and main.cf does not either is added. Without one a service is added behind the one of port 25.
edits::Outcome switchOn(model::Draft &draft, int port, const effective::Target &target);

/// Whether who has logged in at the service can use own addresses only: the test of
/// smtpd_sender_login_maps, first of the service's sender restrictions. `service` counts as in
/// MasterCf::services().
edits::Outcome setSenderChecked(model::Draft &draft, qsizetype service, bool isChecked,
                                const effective::Target &target);

} // namespace submission
