// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/upgrade/parts.h"
#include "core/upgrade/scope.h"

#include <QSet>

namespace upgrade {

namespace {

/// The switches that a level has replaced.
struct Switches
{
    const char *use;
    const char *enforce;
    const char *enforcePeername; ///< empty for servers
    const char *level;
};

constexpr Switches allSwitches[] = {
    {"smtpd_use_tls", "smtpd_enforce_tls", "", "smtpd_tls_security_level"},
    {"smtp_use_tls", "smtp_enforce_tls", "smtp_tls_enforce_peername", "smtp_tls_security_level"},
    {"lmtp_use_tls", "lmtp_enforce_tls", "lmtp_tls_enforce_peername", "lmtp_tls_security_level"},
    {"postscreen_use_tls", "postscreen_enforce_tls", "", "postscreen_tls_security_level"},
    {"tlsproxy_use_tls", "tlsproxy_enforce_tls", "", "tlsproxy_tls_security_level"},
    {"tlsproxy_client_use_tls", "tlsproxy_client_enforce_tls", "", "tlsproxy_client_security_level"},
};

QByteArrayList namesOf(const Switches &switches)
{
    QByteArrayList names{switches.use, switches.enforce};
    if (*switches.enforcePeername)
        names.append(switches.enforcePeername);
    return names;
}

/// What the switches come to: smtp_tls_policy_site() and set_cipher_grade() of older releases, now
/// global_tls_level() in src/smtp/smtp_tls_policy.c, post_jail_init() in src/smtpd/smtpd.c.
QByteArray levelOf(const lint::Context &context, const Switches &switches, qsizetype service)
{
    if (context.isOn(switches.enforce, service)) {
        const bool isVerified = *switches.enforcePeername && context.isOn(switches.enforcePeername, service);
        return isVerified ? "verify" : "encrypt";
    }
    return context.isOn(switches.use, service) ? "may" : "none";
}

void add(const Work &work, const Switches &switches, qsizetype service)
{
    const lint::Context &now = work.now;
    const lint::Assignment *first = nullptr;
    QByteArrayList old;
    for (const QByteArray &name : namesOf(switches)) {
        const lint::Assignment *assignment = now.assignment(name, service);
        if (!assignment || assignment->service != service)
            continue;
        old.append(name);
        if (!first || (first->name == switches.enforcePeername))
            first = assignment;
    }
    if (!first || !work.has(switches.level))
        return;
    const Scope scope = scopeOf(now, service);
    const QByteArray level = switches.level;
    // Where a level is set, the switches are not looked at.
    const bool isDecided = now.isAssigned(level) && !now.value(level, service).isEmpty();
    const lint::Assignment *ownLevel = now.assignment(level, service);
    const bool hasOwn = ownLevel && ownLevel->service == service && !now.value(level, service).isEmpty();
    const QByteArray value = levelOf(now, switches, service);
    const QString names = QString::fromLatin1(old.join(", "));
    Step step{
        .key = "tls:" + level + ':' + scope.service, .weight = Weight::Advised, .place = first->namePlace};
    if (isDecided || hasOwn) {
        step.title = Words::tr("Remove %1 (%2)").arg(names, scope.toString());
        step.why = Words::tr("%1 is set, so Postfix does not look at the old switch.")
                       .arg(QString::fromLatin1(level));
        step.apply = [scope, old](model::Draft &draft) {
            for (const QByteArray &name : old)
                remove(draft, scope, name);
        };
    } else {
        step.title =
            Words::tr("Write %1 = %2 instead of %3 (%4)")
                .arg(QString::fromLatin1(level), QString::fromLatin1(value), names, scope.toString());
        step.why = Words::tr("The security level has replaced the old switches; they are deprecated since "
                             "Postfix 3.9 and will be removed. The meaning stays the same.");
        step.apply = [scope, old, level, value, first = first->name](model::Draft &draft) {
            if (isSet(draft, scope, first))
                rename(draft, scope, first, level, value);
            for (const QByteArray &name : old)
                remove(draft, scope, name);
        };
    }
    work.steps.append(step);
}

} // namespace

void addTlsLevels(const Work &work)
{
    for (const Switches &switches : allSwitches) {
        add(work, switches, effective::noService);
        for (qsizetype service = 0; service < work.now.services().size(); ++service)
            add(work, switches, service);
    }
}

} // namespace upgrade
