// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/filters/policies.h"

#include "core/filters/steps.h"
#include "core/master/adding.h"

#include <QCoreApplication>

namespace filters {

using edits::Outcome;
using edits::Refusal;

namespace {

Outcome incomplete(const QByteArray &subject)
{
    return Refusal{Refusal::Reason::BadValue, subject,
                   QCoreApplication::translate(
                       "filters", "Give a name, a user and a command; or a host and a port; or a socket.")};
}

} // namespace

Outcome addPolicy(model::Draft &draft, const Policy &policy, const effective::Target &target)
{
    constexpr const char *step = "check_policy_service";
    if (policy.name.isEmpty())
        return policy.endpoint.isComplete()
            ? addRecipientTest(draft, step, writtenEndpoint(policy.endpoint), target)
            : incomplete(step);
    if (policy.user.isEmpty() || policy.command.isEmpty())
        return incomplete(policy.name);
    model::Draft trial = draft;
    master::Template made{
        .spec = master::specOf("policy unix - n n - 0 spawn user=" + policy.user + " argv=" + policy.command),
        .companions = {{"_time_limit", "3600"}}};
    made.spec.name = policy.name;
    if (Outcome refused = master::addTemplate(trial, trial.masterCf().services().size(), made))
        return refused;
    if (Outcome refused = addRecipientTest(trial, step, "unix:private/" + policy.name, target))
        return refused;
    draft = trial;
    return {};
}

} // namespace filters
