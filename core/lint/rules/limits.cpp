// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rules/limits.h"

#include "core/lint/assigned.h"
#include "core/lint/mending.h"

namespace lint {

namespace {

/// The one of some settings of main.cf that stands last; null when all are at their defaults.
const Assignment *lastOf(const Context &context, const QByteArrayList &names)
{
    const Assignment *last = nullptr;
    for (const QByteArray &name : names) {
        const Assignment *one = context.assignment(name);
        if (one && (!last || last->namePlace.range.begin < one->namePlace.range.begin))
            last = one;
    }
    return last;
}

bool isMailboxAgentUsed(const Context &context, const QByteArray &limit)
{
    if (context.isAssigned(limit))
        return true;
    if (limit == "mailbox_size_limit")
        return !context.isAssigned("mydestination") || !context.value("mydestination").isEmpty();
    return !context.value("virtual_mailbox_domains").isEmpty()
        && context.value("virtual_transport") == "virtual";
}

} // namespace

void mailboxSmallerThanMessage(const Context &context, Report &report)
{
    const auto message = context.number("message_size_limit");
    if (!message)
        return;
    for (const QByteArray limit : {"mailbox_size_limit", "virtual_mailbox_limit"}) {
        const auto mailbox = context.number(limit);
        const Assignment *last = lastOf(context, {limit, "message_size_limit"});
        if (!mailbox || *mailbox <= 0 || !last || !isMailboxAgentUsed(context, limit))
            continue;
        if (*message == 0 || *mailbox < *message)
            report.add(last->place(), {limit, QByteArray::number(*mailbox), QByteArray::number(*message)})
                .fixes = {setParameter(QT_TRANSLATE_NOOP("lint", "Do not limit the mailbox"), limit, "0")};
    }
}

void queueMinfreeSmall(const Context &context, Report &report)
{
    const Assignment *assigned = context.assignment("queue_minfree");
    const auto minfree = context.number("queue_minfree");
    const auto message = context.number("message_size_limit");
    if (!minfree || !message || *minfree <= 0 || 2 * *minfree >= 3 * *message)
        return;
    const QByteArray wanted = QByteArray::number((3 * *message + 1) / 2);
    const Assignment *place = assigned ? assigned : context.assignment("message_size_limit");
    report.add(place ? place->place() : context.mainCfStart(), {wanted}).fixes = {setParameter(
        QT_TRANSLATE_NOOP("lint", "Set it to one and a half messages"), "queue_minfree", wanted)};
}

void retryTimesInverted(const Context &context, Report &report)
{
    const auto run = context.duration("queue_run_delay");
    const auto least = context.duration("minimal_backoff_time");
    const auto most = context.duration("maximal_backoff_time");
    const Assignment *last =
        lastOf(context, {"queue_run_delay", "minimal_backoff_time", "maximal_backoff_time"});
    if (!run || !least || !most || !last)
        return;
    if (*least > *most)
        report.add(last->place(), {"minimal_backoff_time", "maximal_backoff_time"});
    else if (*run > *least)
        report.add(last->place(), {"queue_run_delay", "minimal_backoff_time"});
}

void errorLimitsInverted(const Context &context, Report &report)
{
    const auto soft = context.number("smtpd_soft_error_limit");
    const auto hard = context.number("smtpd_hard_error_limit");
    const Assignment *last = lastOf(context, {"smtpd_soft_error_limit", "smtpd_hard_error_limit"});
    if (soft && hard && last && *soft > *hard)
        report.add(last->place());
}

} // namespace lint
