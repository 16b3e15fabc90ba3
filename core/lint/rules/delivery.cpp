// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rules/delivery.h"

#include "core/lint/assigned.h"
#include "core/lint/listeners.h"
#include "core/lint/mending.h"
#include "core/lint/words.h"

#include <algorithm>

namespace lint {

namespace {

/// A host whose name no other server ever sees.
bool isHidden(const Context &context)
{
    const QByteArray transport = context.value("default_transport").split(':').first();
    return transport == "error" || transport == "discard"
        || (context.value("inet_interfaces") == "loopback-only" && !context.value("relayhost").isEmpty());
}

bool isPrivateName(const QByteArray &name)
{
    static const QByteArrayList endings{"localhost", "localdomain", "local", "lan",     "internal",
                                        "intranet",  "home",        "corp",  "invalid", "test"};
    return std::any_of(endings.begin(), endings.end(), [&](const QByteArray &ending) {
        return name == ending || name.endsWith('.' + ending);
    });
}

QByteArray withoutVersion(QByteArray banner)
{
    for (const QByteArray name : {"$mail_version", "${mail_version}", "$(mail_version)"}) {
        banner.replace(" (" + name + ')', {});
        banner.replace(' ' + name, {});
        banner.replace(name, {});
    }
    return banner.trimmed();
}

void atPublicExchanger(const Context &context, const char *name, Report &report)
{
    const bool isThere =
        std::any_of(context.listeners().begin(), context.listeners().end(), [&](const Listener &listener) {
            return listener.place && isMailExchanger(listener) && context.isPublic(listener)
                && !context.isOn(name, listener.service);
        });
    if (!isThere)
        return;
    const Assignment *assigned = context.assignment(name);
    report.add(assigned ? assigned->place() : context.mainCfStart()).fixes = {
        setParameter(QT_TRANSLATE_NOOP("lint", "Switch it on"), name, "yes")};
}

} // namespace

void hostnameNotQualified(const Context &context, Report &report)
{
    forEachValueOf(context, "myhostname", [&](const Assignment &assignment, const TracedValue &value) {
        const QByteArray name = value.text().trimmed().toLower();
        if (assignment.isInMainCf() && (!name.contains('.') || isPrivateName(name)) && !isHidden(context))
            report.add(assignment.place(), {name});
    });
}

void domainSingleLabel(const Context &context, Report &report)
{
    const Assignment *domain = context.assignment("mydomain");
    const Assignment *host = context.assignment("myhostname");
    const QByteArray value = context.value("mydomain");
    const bool isDerived = !domain && host && context.value("myhostname").count('.') == 1;
    if ((!domain && !isDerived) || value.isEmpty() || value.contains('.')
        || context.traced("mydomain").isUncertain() || isHidden(context))
        return;
    Finding &finding = report.add(domain ? domain->place() : host->place(), {value});
    if (isDerived)
        finding.fixes = {
            setParameter(QT_TRANSLATE_NOOP("lint", "Use the host's name"), "mydomain", "$myhostname")};
}

void badHeloName(const Context &context, Report &report)
{
    for (const char *name : {"smtp_helo_name", "lmtp_lhlo_name"}) {
        forEachValueOf(context, name, [&](const Assignment &assignment, const TracedValue &value) {
            const QByteArray text = value.text().trimmed();
            const bool isLiteral = text.startsWith('[');
            if (!isLiteral && (!text.contains('.') || text.contains('_') || addressOf(text)))
                report.add(assignment.place(), {text}).fixes = {
                    setValue(assignment, QT_TRANSLATE_NOOP("lint", "Use the host's name"), "$myhostname")};
        });
    }
}

void originNotQualified(const Context &context, Report &report)
{
    forEachValueOf(context, "myorigin", [&](const Assignment &assignment, const TracedValue &value) {
        const QByteArray text = value.text().trimmed().toLower();
        if (text.startsWith('/') || text.isEmpty() || isHidden(context))
            return;
        const bool isHostUnknown = !context.isAssigned("myhostname") && !context.isAssigned("mydomain")
            && assignment.definition.text.contains('$');
        if (!isHostUnknown && (!text.contains('.') || text == "localhost.localdomain"))
            report.add(assignment.place(), {text}).fixes = {
                setValue(assignment, QT_TRANSLATE_NOOP("lint", "Use the domain"), "$mydomain")};
    });
}

void softBounce(const Context &context, Report &report)
{
    forEachValueOf(context, "soft_bounce", [&](const Assignment &assignment, const TracedValue &value) {
        if (value.text().trimmed().toLower() == "yes")
            report.add(assignment.place()).fixes = {
                removeAssignment(assignment, QT_TRANSLATE_NOOP("lint", "Remove the setting"))};
    });
}

void queueLifetimeShort(const Context &context, Report &report)
{
    constexpr qint64 day = 86400;
    forEachValueOf(context, "maximal_queue_lifetime",
                   [&](const Assignment &assignment, const TracedValue &value) {
                       const auto seconds = context.duration("maximal_queue_lifetime", assignment.service);
                       if (seconds && *seconds < day)
                           report.add(assignment.place(), {value.text().trimmed()}).fixes = {
                               setValue(assignment, QT_TRANSLATE_NOOP("lint", "Write 5d"), "5d")};
                   });
}

void bannerWithoutHostname(const Context &context, Report &report)
{
    forEachValueOf(context, "smtpd_banner", [&](const Assignment &assignment, const TracedValue &value) {
        const QByteArray text = value.text().simplified();
        const QByteArray first = text.split(' ').first();
        const QByteArray host = context.value("myhostname", assignment.service);
        // A name with a blank in it is told by a rule of its own.
        const QByteArray start = host.simplified().split(' ').first();
        const bool isOwn = first.compare(start, Qt::CaseInsensitive) == 0;
        // Nobody knows the name, and this may be it.
        const bool mayBeOwn =
            !context.assignment("myhostname", assignment.service) && first.contains('.') && isHostName(first);
        if (first.isEmpty() || isOwn || mayBeOwn)
            return;
        const QByteArray greeting = text.startsWith("ESMTP") ? "$myhostname " : "$myhostname ESMTP ";
        report.add(assignment.place(), {first}).fixes = {
            setValue(assignment, QT_TRANSLATE_NOOP("lint", "Begin with the host's name"),
                     greeting + assignment.definition.text)};
    });
}

void bannerShowsVersion(const Context &context, Report &report)
{
    forEachAssignment(context, [&](const Assignment &assignment) {
        const bool isBanner =
            assignment.name == "smtpd_banner" || assignment.name == "postscreen_greet_banner";
        const QByteArray &text = assignment.definition.text;
        if (assignment.isInForce && isBanner
            && (text.contains("$mail_version") || text.contains("${mail_version}")
                || text.contains("$(mail_version)")))
            report.add(assignment.place()).fixes = {setValue(
                assignment, QT_TRANSLATE_NOOP("lint", "Leave the version out"), withoutVersion(text))};
    });
}

void heloNotRequired(const Context &context, Report &report)
{
    atPublicExchanger(context, "smtpd_helo_required", report);
}

void vrfyEnabled(const Context &context, Report &report)
{
    atPublicExchanger(context, "disable_vrfy_command", report);
}

void senderVerificationForAll(const Context &context, Report &report)
{
    static const QSet<QByteArray> final{"permit", "reject", "defer"};
    for (const Listener &listener : context.listeners()) {
        if (!context.isPublic(listener))
            continue;
        for (const QByteArray &list : restrictionParameters()) {
            bool isGuarded = false;
            for (const Check &check : checksIn(context, list, listener.service)) {
                if (check.form == Check::Form::Known && final.contains(check.name))
                    break;
                if (check.is("reject_unverified_sender") && !isGuarded)
                    report.add(context.placeOf(check.word, list, listener.service));
                isGuarded = check.is("check_sender_access") || (isGuarded && check.is("warn_if_reject"));
            }
        }
    }
}

void smtputf8Off(const Context &context, Report &report)
{
    forEachValueOf(context, "smtputf8_enable", [&](const Assignment &assignment, const TracedValue &value) {
        if (value.text().trimmed().toLower() == "no")
            report.add(assignment.place()).fixes = {
                removeAssignment(assignment, QT_TRANSLATE_NOOP("lint", "Use the default"))};
    });
}

} // namespace lint
