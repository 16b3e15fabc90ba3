// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rules/relay.h"

#include "core/lint/listfixes.h"
#include "core/lint/mending.h"
#include "core/lint/restrictionlists.h"
#include "core/lint/tables.h"
#include "core/lint/words.h"

#include <algorithm>
#include <array>

namespace lint {

namespace {

constexpr std::array<const char *, 2> relayLists{"smtpd_relay_restrictions", "smtpd_recipient_restrictions"};
constexpr catalog::Version relayListSince{2, 10, 0};

bool isOpening(const QByteArray &value)
{
    const QByteArray word = value.trimmed().split(' ').first().split(',').first().toUpper();
    const bool isNumber =
        !word.isEmpty() && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
    return word == "OK" || word == "RELAY" || isNumber || word == "PERMIT" || word.startsWith("PERMIT_AUTH");
}

enum class Risk : quint8 { None, Forgeable, Unknown, Policy };

/// What an OK of this step would mean to a stranger; `key` is what to say for it.
Risk riskOf(const Context &context, const Check &check, QByteArray &key)
{
    if (check.is("check_policy_service"))
        return Risk::Policy;
    if (check.form != Check::Form::Known || !check.name.endsWith("_access") || check.arguments.isEmpty())
        return Risk::None;
    const auto table = tableIn(context, check.arguments.first());
    if (!table)
        return Risk::None;
    static const QSet<QByteArray> claims{"check_sender_access", "check_helo_access"};
    static const QSet<QByteArray> judged{"check_client_access", "check_sender_access", "check_helo_access",
                                         "check_recipient_access"};
    if (!table->isKnown)
        return judged.contains(check.name) ? Risk::Unknown : Risk::None;
    for (const TableRow &row : rowsOf(context, *table)) {
        const bool isForAll =
            table->type == "static" || (check.name == "check_client_access" && isCatchAll(*table, row));
        if (isOpening(row.value) && (isForAll || claims.contains(check.name))) {
            key = row.key.isEmpty() ? QByteArray("anything") : row.key;
            return Risk::Forgeable;
        }
    }
    return Risk::None;
}

/// The lists that stop strangers, with the steps in front of the stop.
struct Relay
{
    std::array<Protection, 2> lists;
    bool isJudged = true; ///< both lists can be read
};

Relay relayOf(const Context &context, qsizetype service)
{
    Relay relay;
    for (size_t i = 0; i < relayLists.size(); ++i) {
        if (i == 0 && context.version() < relayListSince)
            continue;
        relay.isJudged = relay.isJudged && !context.traced(relayLists[i], service).isUncertain();
        relay.lists[i] = protectionIn(context, relayLists[i], service);
    }
    return relay;
}

/// The step that refuses relaying by name; nothing where another one stops strangers.
std::optional<Check> stopIn(const Context &context, const char *list, qsizetype service)
{
    for (const Check &check : checksIn(context, list, service)) {
        if (!check.isWarned
            && (check.is("reject_unauth_destination") || check.is("defer_unauth_destination")))
            return check;
    }
    return std::nullopt;
}

/// Puts the refusal behind those who may relay, and in front of everything else.
Fix stopStrangers(const Context &context, const Assignment &decides, const Listener &listener)
{
    const char *title = QT_TRANSLATE_NOOP("lint", "Refuse to relay for strangers");
    static const QSet<QByteArray> trusted{"permit_mynetworks", "permit_sasl_authenticated",
                                          "permit_tls_clientcerts"};
    const qsizetype service = decides.isInMainCf() ? effective::noService : listener.service;
    const QList<Check> steps = checksIn(context, decides.name, service);
    if (steps.isEmpty())
        return setValue(decides, title,
                        decides.isInMainCf()
                            ? "permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination"
                            : "permit_mynetworks,permit_sasl_authenticated,reject_unauth_destination");
    qsizetype words = 0;
    qsizetype behind = 0;
    for (const Check &step : steps) {
        if (step.is("permit"))
            break;
        words += 1 + step.arguments.size();
        if (step.form == Check::Form::Known && trusted.contains(step.name))
            behind = words;
    }
    return insertedBehind(decides, title, behind - 1, "reject_unauth_destination");
}

bool isRisky(const Context &context, const Protection &protection)
{
    return std::any_of(protection.before.begin(), protection.before.end(), [&](const Check &check) {
        QByteArray key;
        return riskOf(context, check, key) != Risk::None;
    });
}

void reportRisks(const Context &context, Risk wanted, Report &report)
{
    for (const Listener &listener : context.listeners()) {
        const Relay relay = relayOf(context, listener.service);
        const bool isSafe = std::any_of(relay.lists.begin(), relay.lists.end(), [&](const Protection &list) {
            return list.isThere && !isRisky(context, list);
        });
        if (isSafe || !relay.isJudged)
            continue;
        for (size_t i = 0; i < relayLists.size(); ++i) {
            if (!relay.lists[i].isThere)
                continue;
            for (const Check &check : relay.lists[i].before) {
                QByteArray key;
                if (riskOf(context, check, key) != wanted)
                    continue;
                Finding &finding =
                    report.add(context.placeOf(check.word, relayLists[i], listener.service), {key});
                if (const auto stop = stopIn(context, relayLists[i], listener.service))
                    finding.fixes =
                        moveBehind(context, QT_TRANSLATE_NOOP("lint", "Move it behind what stops strangers"),
                                   check, *stop);
            }
        }
    }
}

bool isSystemBundle(const QByteArray &path)
{
    static const QByteArrayList files{"ca-certificates.crt", "ca-bundle.crt", "ca-bundle.trust.crt",
                                      "tls-ca-bundle.pem"};
    QByteArray folder = path;
    while (folder.endsWith('/'))
        folder.chop(1);
    return folder == "/etc/ssl/certs" || folder == "/etc/ssl/cert.pem"
        || files.contains(path.sliced(path.lastIndexOf('/') + 1));
}

template<typename Visit>
void forEachUnprotected(const Context &context, Visit visit)
{
    for (const Listener &listener : context.listeners()) {
        const Relay relay = relayOf(context, listener.service);
        for (size_t i = 0; i < relayLists.size(); ++i) {
            for (const Check &check : relay.lists[i].before)
                visit(listener, relayLists[i], check);
        }
    }
}

} // namespace

// smtpd_check_init() in src/smtpd/smtpd_check.c.
void noRelayProtection(const Context &context, Report &report)
{
    for (const Listener &listener : context.listeners()) {
        const Relay relay = relayOf(context, listener.service);
        if (!relay.isJudged || relay.lists[0].isThere || relay.lists[1].isThere)
            continue;
        const Assignment *decides = nullptr;
        for (const bool isOverride : {true, false}) {
            for (const char *name : relayLists) {
                const Assignment *one = context.assignment(name, listener.service);
                if (!decides && one && one->isInMainCf() != isOverride)
                    decides = one;
            }
        }
        if (decides && !decides->isSpoilt)
            report.add(decides->place()).fixes = {stopStrangers(context, *decides, listener)};
    }
}

void forgeablePermit(const Context &context, Report &report)
{
    reportRisks(context, Risk::Forgeable, report);
}

void unknownTableBeforeProtection(const Context &context, Report &report)
{
    reportRisks(context, Risk::Unknown, report);
}

void policyBeforeProtection(const Context &context, Report &report)
{
    reportRisks(context, Risk::Policy, report);
}

void backupWithoutNetworks(const Context &context, Report &report)
{
    forEachUnprotected(context, [&](const Listener &listener, const char *list, const Check &check) {
        if (check.is("permit_mx_backup")
            && context.value("permit_mx_backup_networks", listener.service).isEmpty())
            report.add(context.placeOf(check.word, list, listener.service));
    });
}

void anyCertificateRelays(const Context &context, Report &report)
{
    forEachUnprotected(context, [&](const Listener &listener, const char *list, const Check &check) {
        if (!check.is("permit_tls_all_clientcerts"))
            return;
        if (isSystemBundle(context.value("smtpd_tls_CAfile", listener.service))
            || isSystemBundle(context.value("smtpd_tls_CApath", listener.service))
            || context.isOn("tls_append_default_CA", listener.service)) {
            Finding &finding = report.add(context.placeOf(check.word, list, listener.service));
            if (check.word.place && check.word.isWhole)
                finding.fixes = {replaceText(
                    QT_TRANSLATE_NOOP("lint", "Let in only the certificates in relay_clientcerts"),
                    check.word.place->file, check.word.place->range, check.word.text,
                    "permit_tls_clientcerts")};
        }
    });
}

} // namespace lint
