// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rules/clienttls.h"

#include "core/edits/parameteredits.h"
#include "core/lint/assigned.h"
#include "core/lint/listeners.h"
#include "core/lint/mending.h"

#include <algorithm>

namespace lint {

namespace {

using effective::noService;

/// What stands behind the last colon of "[host]:port" or "host:port".
QByteArray portIn(const QByteArray &nextHop)
{
    const qsizetype close = nextHop.lastIndexOf(']');
    const qsizetype colon = nextHop.indexOf(':', std::max<qsizetype>(close, 0));
    return colon < 0 ? QByteArray() : nextHop.sliced(colon + 1);
}

/// The SMTP client of that name; nothing when it is another program, or not known.
std::optional<qsizetype> clientCalled(const Context &context, const QByteArray &name)
{
    for (qsizetype i = 0; i < context.services().size(); ++i) {
        const effective::Service &service = context.services()[i];
        if (service.name == name && service.type == "unix")
            return service.program == "smtp" ? std::optional(i) : std::nullopt;
    }
    const bool isUsual = name == "smtp" || name == "relay";
    return isUsual && !context.hasMasterCf() ? std::optional(noService) : std::nullopt;
}

/// The client that mail for the relay goes through.
qsizetype relayClient(const Context &context)
{
    const QByteArray name = context.value("default_transport").split(':').first();
    return clientCalled(context, name).value_or(noService);
}

Fix useWrapper()
{
    return {QT_TRANSLATE_NOOP("lint", "Speak TLS from the first byte"), [](model::Draft &draft) {
                edits::setParameter(draft, "smtp_tls_wrappermode", "yes");
                const syntax::MainCf &file = draft.snapshot().mainCf();
                const syntax::Setting *level = file.find("smtp_tls_security_level");
                const QByteArray now = level ? file.valueOf(*level).toLower() : QByteArray();
                if (now.isEmpty() || now == "none" || now == "may")
                    edits::setParameter(draft, "smtp_tls_security_level", "encrypt");
            }};
}

void judgeNextHop(const Context &context, const Assignment &assignment, const QByteArray &nextHop,
                  qsizetype client, Report &report)
{
    if (context.target().portOf(portIn(nextHop)) == smtpsPort
        && !context.isOn("smtp_tls_wrappermode", client))
        report.add(assignment.place(), {nextHop}).fixes = {useWrapper()};
}

} // namespace

void port465WithoutWrapper(const Context &context, Report &report)
{
    static const QSet<QByteArray> transports{"default_transport",  "relay_transport",   "local_transport",
                                             "virtual_transport",  "mailbox_transport", "content_filter",
                                             "fallback_transport", "relayhost"};
    forEachValueOf(context, transports, [&](const Assignment &assignment, const TracedValue &value) {
        if (assignment.name == "relayhost") {
            const qsizetype client = assignment.isInMainCf() ? relayClient(context) : assignment.service;
            for (const Word &word : value.words())
                judgeNextHop(context, assignment, word.text, client, report);
        } else if (assignment.isInMainCf()) {
            const QByteArray text = value.text().trimmed();
            const qsizetype colon = text.indexOf(':');
            const auto client = colon > 0 ? clientCalled(context, text.first(colon)) : std::nullopt;
            if (client)
                judgeNextHop(context, assignment, text.sliced(colon + 1), *client, report);
        }
    });
}

// main() in src/smtpd/smtpd.c and smtp_tls_list_init() in src/smtp/smtp_tls_policy.c: a level decides alone.
void switchContradictsLevel(const Context &context, Report &report)
{
    forEachValue(context, [&](const Assignment &assignment, const TracedValue &value) {
        if (!assignment.name.endsWith("_tls"))
            return;
        const QByteArray family = assignment.name.split('_').first();
        const bool isUse = assignment.name == family + "_use_tls";
        const bool isEnforce = assignment.name == family + "_enforce_tls";
        if ((!isUse && !isEnforce) || (family != "smtpd" && family != "smtp" && family != "lmtp"))
            return;
        const QByteArray level = context.value(family + "_tls_security_level", assignment.service).toLower();
        const bool isOn = value.text().trimmed().toLower() == "yes";
        const bool isContradiction = level == "none"
            ? isOn
            : !level.isEmpty() && ((isUse && !isOn) || (isEnforce && isOn && level == "may"));
        if (isContradiction)
            report.add(assignment.place(), {level}).fixes = {
                removeAssignment(assignment, QT_TRANSLATE_NOOP("lint", "Remove the old setting"))};
    });
}

void serverCertificateForClient(const Context &context, Report &report)
{
    for (const QByteArray suffix : {"_tls_cert_file", "_tls_chain_files"}) {
        forEachValueOf(context, "smtp" + suffix, [&](const Assignment &assignment, const TracedValue &) {
            const QByteArray own = context.value(assignment.name, assignment.service);
            if (!own.isEmpty() && own == context.value("smtpd" + suffix, assignment.service))
                report.add(assignment.place()).fixes = {
                    removeAssignment(assignment, QT_TRANSLATE_NOOP("lint", "Show no certificate"))};
        });
    }
}

} // namespace lint
