// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rules/routes.h"

#include "core/lint/assigned.h"
#include "core/lint/listfixes.h"
#include "core/lint/mending.h"
#include "core/lint/transports.h"
#include "core/lint/words.h"

#include <algorithm>

namespace lint {

namespace {

/// The service that was meant, if one is called almost so, or the usual one of that name.
QList<Fix> fixesFor(const Context &context, const TransportUse &use)
{
    static const QHash<QByteArray, QByteArray> usual{
        {"smtp", "smtp"},   {"relay", "smtp"},      {"lmtp", "lmtp"},   {"local", "local"},
        {"error", "error"}, {"virtual", "virtual"}, {"retry", "error"}, {"discard", "discard"}};
    QList<Fix> fixes;
    QByteArrayList names;
    for (const effective::Service &service : context.services()) {
        if (service.type == "unix" && !usual.value(service.name, service.program).isEmpty())
            names.append(service.name);
    }
    const Assignment *assigned = nullptr;
    for (const Assignment &one : context.assignments()) {
        if (one.isInForce && one.place() == use.place)
            assigned = &one;
    }
    const auto closest = closestOf(use.transport, names);
    if (closest && assigned && assigned->definition.text.startsWith(use.transport))
        fixes.append(setValue(*assigned, QT_TRANSLATE_NOOP("lint", "Write the service that is most similar"),
                              *closest + assigned->definition.text.sliced(use.transport.size())));
    if (usual.contains(use.transport))
        fixes.append(addService(QT_TRANSLATE_NOOP("lint", "Add the service"),
                                {.name = use.transport, .command = usual.value(use.transport)}));
    return fixes;
}

void reportMissing(const Context &context, bool isFilter, Report &report)
{
    if (!context.hasMasterCf())
        return;
    for (const TransportUse &use : transportUses(context)) {
        if (use.isFilter == isFilter && !context.hasTransport(use.transport))
            report.add(use.place, {use.transport}).fixes = fixesFor(context, use);
    }
}

/// Whether mail for the next hop comes back to port 25 of this host.
bool isSelf(const Context &context, const QByteArray &nextHop, qsizetype service)
{
    QByteArray host = nextHop.toLower();
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
    if (host.isEmpty() || host == context.value("myhostname", service).toLower()
        || (!port.isEmpty() && port != ":25" && port != ":smtp"))
        return false;
    if (host == "localhost" || host.startsWith("127.") || host == "::1" || host == "ipv6:::1")
        return true;
    for (const char *list : {"mydestination", "inet_interfaces"}) {
        const QList<Word> words = context.traced(list, service).words();
        if (std::any_of(words.begin(), words.end(),
                        [&](const Word &word) { return word.place && word.text.toLower() == host; }))
            return true;
    }
    return false;
}

} // namespace

void transportMissing(const Context &context, Report &report)
{
    reportMissing(context, false, report);
    if (!context.hasMasterCf() || context.isAssigned("default_transport"))
        return;
    const QByteArray transport = context.value("default_transport").split(':').first();
    if (!transport.isEmpty() && !context.hasTransport(transport))
        report.add(context.masterCfStart(), {transport}).fixes =
            fixesFor(context, TransportUse{.transport = transport, .place = context.masterCfStart()});
}

void contentFilterMissing(const Context &context, Report &report)
{
    reportMissing(context, true, report);
}

void relayToSelf(const Context &context, Report &report)
{
    // Since 3.5 there may be several, of which one is enough.
    forEachValueOf(context, "relayhost", [&](const Assignment &assignment, const TracedValue &value) {
        const QList<Word> words = value.words();
        if (std::any_of(words.begin(), words.end(),
                        [&](const Word &word) { return isSelf(context, word.text, assignment.service); }))
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
            report.add(*listener.place).fixes = {setOverride(context.services()[listener.service],
                                                             QT_TRANSLATE_NOOP("lint", "Do not filter again"),
                                                             name, {})};
            break;
        }
    }
}

} // namespace lint
