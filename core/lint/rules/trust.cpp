// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rules/trust.h"

#include "core/lint/assigned.h"
#include "core/lint/listfixes.h"
#include "core/lint/mending.h"
#include "core/lint/restrictionlists.h"
#include "core/lint/tables.h"
#include "core/lint/words.h"

#include <algorithm>

namespace lint {

namespace {

using effective::noService;

constexpr int wholeInternet = 3; ///< no prefix that is longer covers it

bool isWholeInternet(const Context &context, const Word &word)
{
    if (word.text.startsWith('!'))
        return false;
    if (const auto network = networkOf(word.text))
        return network->length <= wholeInternet;
    const auto table = tableIn(context, word);
    if (!table)
        return false;
    if (table->type == "static")
        return true;
    if (table->type != "cidr")
        return false;
    const QList<TableRow> rows = rowsOf(context, *table);
    return std::any_of(rows.begin(), rows.end(), [](const TableRow &row) {
        const auto network = networkOf(row.key);
        return network && network->length <= wholeInternet;
    });
}

bool trustsNetworks(const Context &context, qsizetype service)
{
    for (const char *name : {"smtpd_relay_restrictions", "smtpd_recipient_restrictions"}) {
        const Protection protection = protectionIn(context, name, service);
        if (std::any_of(protection.before.begin(), protection.before.end(),
                        [](const Check &check) { return check.is("permit_mynetworks"); }))
            return true;
    }
    return false;
}

QByteArray hostCount(const Network &network)
{
    const int bits = static_cast<int>(network.address.size() * 8) - network.length;
    constexpr int mostBits = 62;
    return bits > mostBits ? "2^" + QByteArray::number(bits) : QByteArray::number(qint64(1) << bits);
}

} // namespace

void wholeInternetTrusted(const Context &context, Report &report)
{
    for (const Listener &listener : context.listeners()) {
        if (!context.assignment("mynetworks", listener.service) || !trustsNetworks(context, listener.service))
            continue;
        for (const Word &word : context.traced("mynetworks", listener.service).words()) {
            if (isWholeInternet(context, word))
                report.add(context.placeOf(word, "mynetworks", listener.service), {word.text}).fixes =
                    removeWords(context, QT_TRANSLATE_NOOP("lint", "Remove it from the list"), {word});
        }
    }
}

void wideNetworkTrusted(const Context &context, Report &report)
{
    constexpr int widestGood4 = 16;
    constexpr int widestGood6 = 32;
    forEachValueOf(context, "mynetworks", [&](const Assignment &assignment, const TracedValue &value) {
        for (const Word &word : value.words()) {
            const auto network = word.text.startsWith('!') ? std::nullopt : networkOf(word.text);
            if (network && network->length > wholeInternet
                && network->length < (network->isIPv4() ? widestGood4 : widestGood6) && !isReserved(*network))
                report.add(context.placeOf(word, "mynetworks", assignment.service),
                           {word.text, hostCount(*network)});
        }
    });
}

void classNetworkTrusted(const Context &context, Report &report)
{
    forEachValueOf(context, "mynetworks_style", [&](const Assignment &assignment, const TracedValue &value) {
        if (value.text().trimmed() == "class" && !context.assignment("mynetworks", assignment.service))
            report.add(assignment.place()).fixes = {
                setValue(assignment, QT_TRANSLATE_NOOP("lint", "Trust this host only"), "host")};
    });
}

void relayDomainsTooWide(const Context &context, Report &report)
{
    QSet<QByteArray> local{"localhost"};
    for (const Word &word : context.traced("mydestination").words())
        local.insert(word.text.toLower());
    forEachValueOf(context, "relay_domains", [&](const Assignment &assignment, const TracedValue &value) {
        for (const Word &word : value.words()) {
            const auto table = tableIn(context, word);
            bool isWide = false;
            if (table) {
                const QList<TableRow> rows = rowsOf(context, *table);
                isWide = table->type == "static"
                    || std::any_of(rows.begin(), rows.end(), [&](const TableRow &row) {
                             return table->isPattern() && isCatchAll(*table, row);
                         });
            } else {
                isWide = word.text == "."
                    || (!word.text.contains('.') && !word.text.startsWith('/') && !word.text.startsWith('!')
                        && !word.text.startsWith('[') && !word.text.contains('*')
                        && !local.contains(word.text.toLower()));
            }
            if (isWide)
                report.add(context.placeOf(word, "relay_domains", assignment.service), {word.text});
        }
    });
}

void untrustedRouting(const Context &context, Report &report)
{
    forEachValueOf(context, "allow_untrusted_routing",
                   [&](const Assignment &assignment, const TracedValue &value) {
                       if (value.text().trimmed().toLower() == "yes")
                           report.add(assignment.place()).fixes = {
                               removeAssignment(assignment, QT_TRANSLATE_NOOP("lint", "Use the default"))};
                   });
}

void xclientTooWide(const Context &context, Report &report)
{
    constexpr int widest4 = 16;
    constexpr int widest6 = 48;
    const Network loopback = networkOf("127.0.0.0/8").value_or(Network());
    for (const QByteArray name : {"smtpd_authorized_xclient_hosts", "smtpd_authorized_xforward_hosts"}) {
        forEachValueOf(context, name, [&](const Assignment &assignment, const TracedValue &value) {
            for (const Word &word : value.words()) {
                const auto network = word.text.startsWith('!') ? std::nullopt : networkOf(word.text);
                const bool isWide = network && network->length <= (network->isIPv4() ? widest4 : widest6)
                    && !loopback.contains(*network);
                if (isWide || word.text.startsWith("static:"))
                    report.add(context.placeOf(word, name, assignment.service), {word.text});
            }
        });
    }
}

void reinjectionExposed(const Context &context, Report &report)
{
    constexpr int firstFilterPort = 10024;
    constexpr int lastFilterPort = 10030;
    static const QSet<int> known{25, 465, 587};
    for (const Listener &listener : context.listeners()) {
        if (!listener.place || listener.isPass || !context.isPublic(listener) || !listener.port
            || known.contains(*listener.port) || context.isOn("smtpd_sasl_auth_enable", listener.service))
            continue;
        const auto overrides = [&](const char *name) {
            const Assignment *one = context.assignment(name, listener.service);
            return one && !one->isInMainCf();
        };
        const bool isOpened = overrides("mynetworks") || overrides("smtpd_relay_restrictions")
            || overrides("smtpd_recipient_restrictions");
        const bool isReinjection = overrides("content_filter") || overrides("smtpd_proxy_filter")
            || (*listener.port >= firstFilterPort && *listener.port <= lastFilterPort);
        const QList<Word> networks = context.traced("mynetworks", listener.service).words();
        const bool trustsAll = trustsNetworks(context, listener.service)
            && std::any_of(networks.begin(), networks.end(),
                           [&](const Word &word) { return isWholeInternet(context, word); });
        // Where no list stops strangers, smtpd does not start, and a rule of its own says so.
        if (!isOpened || !isReinjection || !trustsAll)
            continue;
        Finding &finding = report.add(*listener.place);
        const effective::Service &service = context.services()[listener.service];
        if (listener.host.isEmpty())
            finding.fixes = {setField(service, syntax::ServiceField::Name,
                                      QT_TRANSLATE_NOOP("lint", "Listen on 127.0.0.1 only"),
                                      "127.0.0.1:" + service.name)};
    }
}

} // namespace lint
