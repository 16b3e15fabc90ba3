// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rules/routes.h"

#include "core/lint/assigned.h"
#include "core/lint/mending.h"
#include "core/lint/transports.h"
#include "core/lint/words.h"

namespace lint {

namespace {

void reportMissing(const Context &context, bool isFilter, Report &report)
{
    if (!context.hasMasterCf())
        return;
    for (const TransportUse &use : transportUses(context)) {
        if (use.isFilter == isFilter && !context.hasTransport(use.transport))
            report.add(use.place, {use.transport});
    }
}

} // namespace

void transportMissing(const Context &context, Report &report)
{
    reportMissing(context, false, report);
    if (!context.hasMasterCf() || context.isAssigned("default_transport"))
        return;
    const QByteArray transport = context.value("default_transport").split(':').first();
    if (!transport.isEmpty() && !context.hasTransport(transport))
        report.add(context.masterCfStart(), {transport});
}

void contentFilterMissing(const Context &context, Report &report)
{
    reportMissing(context, true, report);
}

void relayToSelf(const Context &context, Report &report)
{
    forEachValueOf(context, "relayhost", [&](const Assignment &assignment, const TracedValue &value) {
        QByteArray host = value.text().trimmed().toLower();
        QByteArray port;
        const qsizetype close = host.indexOf(']');
        if (host.startsWith('[') && close > 0) {
            port = host.sliced(close + 1);
            host = host.sliced(1, close - 1);
        } else if (const qsizetype colon = host.indexOf(':'); colon >= 0) {
            port = host.sliced(colon);
            host = host.first(colon);
        }
        // That it is myhostname itself is told by a rule of its own.
        const bool isOwnName = host == context.value("myhostname", assignment.service).toLower();
        if (host.isEmpty() || isOwnName || (!port.isEmpty() && port != ":25" && port != ":smtp"))
            return;
        bool isSelf = host == "localhost" || host.startsWith("127.") || host == "::1" || host == "ipv6:::1";
        for (const char *list : {"mydestination", "inet_interfaces"}) {
            for (const Word &word : context.traced(list, assignment.service).words())
                isSelf = isSelf || (word.place && word.text.toLower() == host);
        }
        if (isSelf)
            report.add(assignment.place());
    });
}

void filterLoop(const Context &context, Report &report)
{
    constexpr int firstFilterPort = 10024;
    constexpr int lastFilterPort = 10030;
    for (const Listener &listener : context.listeners()) {
        if (!listener.place || listener.isPass)
            continue;
        const bool isReinjection = listener.isLoopback
            || (listener.port && *listener.port >= firstFilterPort && *listener.port <= lastFilterPort);
        for (const char *name : {"content_filter", "smtpd_proxy_filter"}) {
            if (!isReinjection || !context.isAssigned(name) || context.value(name).isEmpty()
                || context.value(name, listener.service).isEmpty())
                continue;
            report.add(*listener.place);
            break;
        }
    }
}

} // namespace lint
