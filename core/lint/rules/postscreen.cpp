// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rules/postscreen.h"

#include "core/lint/assigned.h"
#include "core/lint/listeners.h"
#include "core/lint/listfixes.h"
#include "core/lint/mending.h"
#include "core/lint/words.h"

#include <algorithm>

namespace lint {

namespace {

const effective::Service *postscreen(const Context &context)
{
    const auto found =
        std::find_if(context.services().begin(), context.services().end(),
                     [](const effective::Service &service) { return service.program == "postscreen"; });
    return found == context.services().end() ? nullptr : &*found;
}

bool hasProgram(const Context &context, const char *program, const char *type)
{
    return std::any_of(context.services().begin(), context.services().end(),
                       [&](const effective::Service &service) {
                           return service.program == program && service.type == type;
                       });
}

/// What stands behind "*" in an element; 1 without it, nothing when it is no number.
std::optional<qint64> weightOf(const QByteArray &text)
{
    const qsizetype star = text.lastIndexOf('*');
    bool isNumber = true;
    const qint64 weight = star < 0 ? 1 : text.sliced(star + 1).toLongLong(&isNumber);
    return isNumber ? std::optional(weight) : std::nullopt;
}

// psc_dnsbl_add_site() in src/postscreen/postscreen_dnsbl.c: sscanf() takes blanks and a sign in front.
bool isWeight(QByteArray text)
{
    text = text.trimmed();
    const bool hasSign = text.startsWith('-') || text.startsWith('+');
    const QByteArray digits = text.sliced(hasSign ? 1 : 0);
    return !digits.isEmpty()
        && std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<int> octetIn(const QByteArray &text)
{
    constexpr int most = 255;
    bool isNumber =
        !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    const int octet = isNumber ? text.toInt(&isNumber) : 0;
    return isNumber && octet <= most ? std::optional(octet) : std::nullopt;
}

/// "1;4..7" between the brackets.
bool isSequence(const QByteArray &text)
{
    const QByteArrayList members = text.split(';');
    return std::all_of(members.begin(), members.end(), [](const QByteArray &member) {
        const qsizetype dots = member.indexOf("..");
        if (dots < 0)
            return octetIn(member).has_value();
        const auto first = octetIn(member.first(dots));
        const auto last = octetIn(member.sliced(dots + 2));
        return first && last && *first <= *last;
    });
}

// ip_match_parse() in src/util/ip_match.c: four fields, each a number or a sequence in brackets.
bool isReplyFilter(QByteArray text)
{
    // Brackets around the whole are no part of it.
    if (text.startsWith('[')) {
        int depth = 0;
        for (qsizetype i = 0; i < text.size(); ++i) {
            depth += text[i] == '[' ? 1 : text[i] == ']' ? -1 : 0;
            if (depth > 0)
                continue;
            if (i + 1 == text.size())
                text = text.sliced(1, text.size() - 2);
            break;
        }
    }
    int fields = 0;
    for (qsizetype at = 0;; ++at) {
        qsizetype end = at;
        bool isField = false;
        if (at < text.size() && text[at] == '[') {
            end = text.indexOf(']', at);
            isField = end > 0 && isSequence(text.sliced(at + 1, end - at - 1));
            end += isField ? 1 : 0;
        } else {
            while (end < text.size() && text[end] != '.')
                ++end;
            isField = octetIn(text.sliced(at, end - at)).has_value();
        }
        ++fields;
        if (!isField)
            return false;
        if (end == text.size())
            return fields == 4;
        if (text[end] != '.')
            return false;
        at = end;
    }
}

bool isSite(QByteArray text)
{
    if (const qsizetype star = text.indexOf('*'); star >= 0) {
        if (!isWeight(text.sliced(star + 1)))
            return false;
        text = text.first(star);
    }
    if (const qsizetype equals = text.indexOf('='); equals >= 0) {
        if (!isReplyFilter(text.sliced(equals + 1)))
            return false;
        text = text.first(equals);
    }
    return isHostName(text);
}

} // namespace

void companionMissing(const Context &context, Report &report)
{
    const effective::Service *service = postscreen(context);
    if (!service)
        return;
    const QByteArray level = context.value("postscreen_tls_security_level").toLower();
    const bool isBlocked =
        !context.value("postscreen_dnsbl_sites").isEmpty() && !hasProgram(context, "dnsblog", "unix");
    const bool isDeaf = !level.isEmpty() && level != "none" && !hasProgram(context, "tlsproxy", "unix");
    QByteArray missing;
    if (!hasProgram(context, "smtpd", "pass"))
        missing = "smtpd pass";
    else if (isBlocked)
        missing = "dnsblog";
    else if (isDeaf)
        missing = "tlsproxy";
    if (missing.isEmpty())
        return;
    const char *title = QT_TRANSLATE_NOOP("lint", "Add the services that it needs");
    QList<Fix> parts;
    if (!hasProgram(context, "smtpd", "pass"))
        parts.append(addService(title, {.name = "smtpd", .type = "pass", .command = "smtpd"}));
    if (isBlocked)
        parts.append(addService(title, {.name = "dnsblog", .processLimit = "0", .command = "dnsblog"}));
    if (isDeaf)
        parts.append(addService(title, {.name = "tlsproxy", .processLimit = "0", .command = "tlsproxy"}));
    report.add(context.placeOf(*service), {missing}).fixes = {allOf(title, parts)};
}

void onSubmissionPort(const Context &context, Report &report)
{
    for (const effective::Service &service : context.services()) {
        const auto port = context.target().portOf(endpointOf(service.name).port);
        if (service.program == "postscreen" && service.type == "inet"
            && (port == submissionPort || port == smtpsPort))
            report.add(context.placeOf(service));
    }
}

void dnsblWithoutAction(const Context &context, Report &report)
{
    const Assignment *sites = context.assignment("postscreen_dnsbl_sites");
    if (postscreen(context) && sites && !context.value("postscreen_dnsbl_sites").isEmpty()
        && context.value("postscreen_dnsbl_action").toLower() == "ignore")
        report.add(sites->place()).fixes = {setParameter(
            QT_TRANSLATE_NOOP("lint", "Refuse whom the lists name"), "postscreen_dnsbl_action", "enforce")};
}

void thresholdUnreachable(const Context &context, Report &report)
{
    const Assignment *sites = context.assignment("postscreen_dnsbl_sites");
    const Assignment *limit = context.assignment("postscreen_dnsbl_threshold");
    const auto threshold = context.number("postscreen_dnsbl_threshold");
    if (!sites || !threshold || context.value("postscreen_dnsbl_sites").isEmpty())
        return;
    qint64 sum = 0;
    for (const Word &word : context.traced("postscreen_dnsbl_sites").words()) {
        const auto weight = weightOf(word.text);
        if (!weight)
            return;
        sum += std::max<qint64>(0, *weight);
    }
    if (sum < *threshold)
        report.add((limit ? limit : sites)->place(),
                   {QByteArray::number(sum), QByteArray::number(*threshold)});
}

void ownNetworksTested(const Context &context, Report &report)
{
    const Assignment *list = context.assignment("postscreen_access_list");
    const QList<Word> words = context.traced("postscreen_access_list").words();
    const bool hasNetworks = std::any_of(words.begin(), words.end(), [](const Word &word) {
        return word.text.toLower() == "permit_mynetworks";
    });
    if (postscreen(context) && list && !words.isEmpty() && !hasNetworks)
        report.add(list->place()).fixes = {prepended(
            *list, QT_TRANSLATE_NOOP("lint", "Let in your own networks first"), "permit_mynetworks")};
}

void dnsblSyntax(const Context &context, Report &report)
{
    forEachValueOf(
        context, "postscreen_dnsbl_sites", [&](const Assignment &assignment, const TracedValue &value) {
            for (const Word &word : value.words()) {
                if (!isSite(word.text))
                    report.add(context.placeOf(word, assignment.name, assignment.service), {word.text});
            }
        });
}

void deepTests(const Context &context, Report &report)
{
    if (!postscreen(context))
        return;
    for (const Assignment &assignment : context.assignments()) {
        const bool isDeep = assignment.name == "postscreen_pipelining_enable"
            || assignment.name == "postscreen_non_smtp_command_enable"
            || assignment.name == "postscreen_bare_newline_enable";
        if (!isDeep || !assignment.isInForce || !context.isOn(assignment.name, assignment.service))
            continue;
        report.add(assignment.place());
        return;
    }
}

} // namespace lint
