// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/edits/refusal.h"
#include "core/effective/target.h"
#include "core/filters/endpoint.h"
#include "core/master/templates.h"
#include "core/model/draft.h"

namespace filters {

/// A program that says what to do with a recipient.
struct Policy
{
    QByteArray name = {}; ///< of the service that runs it; empty: it runs by itself, at `endpoint`
    QByteArray user = {};
    QByteArray command = {};
    Endpoint endpoint = {};
};

/// Asks the policy service about recipients; where Postfix runs it, with a service and the time it may take
/// (NAME_time_limit, SMTPD_POLICY_README).
edits::Outcome addPolicy(model::Draft &draft, const Policy &policy, const effective::Target &target);

} // namespace filters
