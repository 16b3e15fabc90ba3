// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rules/hosts.h"

#include "core/lint/assigned.h"
#include "core/lint/listfixes.h"
#include "core/lint/mending.h"
#include "core/lint/nexthop.h"
#include "core/lint/restrictionlists.h"
#include "core/lint/words.h"

#include <algorithm>

namespace lint {

namespace {

using model::Place;

bool isAddressList(QByteArrayView name)
{
    static const QSet<QByteArray> names{"mynetworks",
                                        "smtpd_authorized_xclient_hosts",
                                        "smtpd_authorized_xforward_hosts",
                                        "smtpd_client_event_limit_exceptions",
                                        "smtpd_forbid_bare_newline_exclusions",
                                        "postscreen_allowlist_interfaces",
                                        "postscreen_whitelist_interfaces",
                                        "qmqpd_authorized_clients"};
    return names.contains(name.toByteArray()) || name.endsWith("_networks");
}

/// Words of address lists, each at the list that holds it by itself.
template<typename Visit>
void forEachAddress(const Context &context, Visit visit)
{
    forEachValue(context, [&](const Assignment &assignment, const TracedValue &value) {
        if (!isAddressList(assignment.name))
            return;
        for (const Word &word : value.words()) {
            if (!word.place)
                continue;
            const Assignment *list = assignmentAt(context, *word.place);
            if (!list || list == &assignment || !isAddressList(list->name))
                visit(assignment, word, word.text.startsWith('!') ? word.text.sliced(1) : word.text);
        }
    });
}

template<typename Visit>
void forEachDomain(const Context &context, Visit visit)
{
    static const QSet<QByteArray> names{"mydestination", "relay_domains", "virtual_alias_domains",
                                        "virtual_mailbox_domains", "masquerade_domains"};
    forEachValueOf(context, names, [&](const Assignment &, const TracedValue &value) {
        for (const Word &word : value.words()) {
            if (word.place && !word.text.contains(':') && !word.text.startsWith('/'))
                visit(word);
        }
    });
}

/// The first word of a group in braces; else all of it.
QByteArray endpointIn(const QByteArray &text)
{
    if (!text.startsWith('{'))
        return text;
    qsizetype begin = 1;
    const QByteArrayView separators(" \t\r\n,{}");
    while (begin < text.size() && separators.contains(text[begin]))
        ++begin;
    qsizetype end = begin;
    while (end < text.size() && !separators.contains(text[end]))
        ++end;
    return text.sliced(begin, end - begin);
}

bool isEndpoint(const QByteArray &text, bool isMilter)
{
    if (text.startsWith("inet:")) {
        const QByteArray rest = text.sliced(5);
        const qsizetype colon = rest.lastIndexOf(':');
        const qsizetype at = rest.indexOf('@');
        return (colon > 0 && colon + 1 < rest.size()) || (at > 0 && at + 1 < rest.size());
    }
    return (text.startsWith("unix:") && text.size() > 5)
        || (isMilter && text.startsWith("local:") && text.size() > 6);
}

void reportEndpoint(const Context &context, const Word &word, QByteArrayView parameter, qsizetype service,
                    bool isMilter, Report &report)
{
    const QByteArray endpoint = endpointIn(word.text);
    if (endpoint.isEmpty() || isEndpoint(endpoint, isMilter))
        return;
    Finding &finding = report.add(context.placeOf(word, parameter, service), {endpoint});
    const QByteArray mended = (endpoint.startsWith('/') ? "unix:" : "inet:") + endpoint;
    if (word.isWhole && word.place && endpoint == word.text && isEndpoint(mended, isMilter))
        finding.fixes = {replaceText(QT_TRANSLATE_NOOP("lint", "Write the kind of socket in front"),
                                     word.place->file, word.place->range, word.text, mended)};
}

} // namespace

void badHostName(const Context &context, Report &report)
{
    for (const QByteArray name : {"myhostname", "mydomain"}) {
        forEachValueOf(context, name, [&](const Assignment &assignment, const TracedValue &value) {
            if (!isHostName(value.text()))
                report.add(assignment.place(), {value.text()});
        });
    }
}

void relayhostIsSelf(const Context &context, Report &report)
{
    forEachValueOf(context, "relayhost", [&](const Assignment &assignment, const TracedValue &value) {
        const QByteArray own = context.value("myhostname", assignment.service);
        if (!own.isEmpty() && value.text().compare(own, Qt::CaseInsensitive) == 0)
            report.add(assignment.place());
    });
}

void severalOrigins(const Context &context, Report &report)
{
    forEachValueOf(context, "myorigin", [&](const Assignment &assignment, const TracedValue &value) {
        const QList<Word> words = value.words();
        if (words.size() > 1 && !value.text().startsWith('/'))
            report.add(assignment.place()).fixes = {
                setValue(assignment, QT_TRANSLATE_NOOP("lint", "Keep the first domain"), words.first().text)};
    });
}

void networkHostBits(const Context &context, Report &report)
{
    forEachAddress(context, [&](const Assignment &assignment, const Word &word, const QByteArray &text) {
        const qsizetype slash = text.indexOf('/');
        const bool isAddress = text.startsWith('[') || isNumeric(slash < 0 ? text : text.first(slash));
        const auto network = networkOf(text);
        if (!isAddress || (network && !network->hasHostBits))
            return;
        Finding &finding = report.add(assignment.place(),
                                      {network ? QByteArray::number(network->length) : text,
                                       network ? networkText(*network) : QByteArray("?")});
        if (network && word.isWhole)
            finding.fixes = {replaceText(QT_TRANSLATE_NOOP("lint", "Write the network"), word.place->file,
                                         word.place->range, word.text,
                                         (word.text.startsWith('!') ? "!" : "") + networkText(*network))};
    });
}

void ipv6WithoutBrackets(const Context &context, Report &report)
{
    forEachAddress(context, [&](const Assignment &assignment, const Word &word, const QByteArray &text) {
        const qsizetype slash = text.indexOf('/');
        const QByteArray address = slash < 0 ? text : text.first(slash);
        if (text.contains('[') || address.count(':') < 2 || !addressOf(address))
            return;
        const QByteArray length = slash < 0 ? QByteArray("128") : text.sliced(slash + 1);
        Finding &finding = report.add(assignment.place(), {address, length});
        if (word.isWhole)
            finding.fixes = {replaceText(QT_TRANSLATE_NOOP("lint", "Put it in brackets"), word.place->file,
                                         word.place->range, word.text,
                                         (word.text.startsWith('!') ? "![" : "[") + address + "]/" + length)};
    });
}

void badNextHop(const Context &context, Report &report)
{
    static const QSet<QByteArray> names{"relayhost", "fallback_relay", "smtp_fallback_relay",
                                        "lmtp_fallback_relay"};
    constexpr catalog::Version severalHops{3, 5, 0};
    forEachValueOf(context, names, [&](const Assignment &assignment, const TracedValue &value) {
        const QList<Word> words = value.words();
        const bool isOneOnly = assignment.name == "relayhost" && context.version() < severalHops;
        const auto bad =
            std::find_if(words.begin(), words.end(), [](const Word &word) { return !isNextHop(word.text); });
        if (bad == words.end() && !(isOneOnly && words.size() > 1))
            return;
        Finding &finding = report.add(assignment.place(), {value.text()});
        QByteArray mended;
        if (words.size() == 1)
            mended = mendedNextHop(words[0].text);
        else if (words.size() == 2 && bad == words.end() - 1 && isPort(words[1].text)
                 && !words[0].text.contains(':'))
            mended = mendedNextHop(words[0].text + ':' + words[1].text);
        if (!mended.isEmpty())
            finding.fixes = {
                setValue(assignment, QT_TRANSLATE_NOOP("lint", "Write it as a next hop"), mended)};
    });
}

void wildcardDomain(const Context &context, Report &report)
{
    forEachDomain(context, [&](const Word &word) {
        if (!word.text.contains('*'))
            return;
        Finding &finding = report.add(*word.place);
        if (word.text.startsWith("*.") && word.isWhole)
            finding.fixes = {replaceText(QT_TRANSLATE_NOOP("lint", "Write a dot in front"), word.place->file,
                                         word.place->range, word.text, word.text.sliced(1))};
    });
}

void addressInDomainList(const Context &context, Report &report)
{
    forEachDomain(context, [&](const Word &word) {
        const qsizetype at = word.text.indexOf('@');
        if (at < 0)
            return;
        Finding &finding = report.add(*word.place, {word.text});
        if (word.isWhole && at + 1 < word.text.size())
            finding.fixes = {replaceText(QT_TRANSLATE_NOOP("lint", "Keep the domain"), word.place->file,
                                         word.place->range, word.text, word.text.sliced(at + 1))};
    });
}

void badServiceEndpoint(const Context &context, Report &report)
{
    static const QSet<QByteArray> milters{"smtpd_milters", "non_smtpd_milters"};
    forEachValueOf(context, milters, [&](const Assignment &assignment, const TracedValue &value) {
        for (const Word &word : value.words())
            reportEndpoint(context, word, assignment.name, assignment.service, true, report);
    });
    for (const ListPlace &list : assignedLists(context)) {
        for (const Check &check : checksIn(context, list.parameter, list.service)) {
            if (check.is("check_policy_service") && !check.arguments.isEmpty())
                reportEndpoint(context, check.arguments.first(), list.parameter, list.service, false, report);
        }
    }
}

} // namespace lint
