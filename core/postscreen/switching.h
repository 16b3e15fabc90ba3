// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/edits/refusal.h"
#include "core/model/draft.h"

namespace postscreen {

/// Puts postscreen in front of port 25: smtpd's line is commented out, and the four lines that take its place
/// are switched on where they stand commented out, else written below it. What smtpd overrides there goes
/// along to the line of type "pass". Completes what is there in part.
edits::Outcome switchOn(model::Draft &draft);

/// Takes that back: the four lines are commented out, and smtpd's own line is in force again, with what was
/// overridden meanwhile. tlsproxy stays where outgoing connections are used again
/// (smtp_tls_connection_reuse).
edits::Outcome switchOff(model::Draft &draft);

} // namespace postscreen
