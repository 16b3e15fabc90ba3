// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rules/submission.h"

#include "core/lint/listeners.h"
#include "core/lint/listfixes.h"
#include "core/lint/mending.h"

#include <algorithm>

namespace lint {

namespace {

using model::Place;

/// Where a setting stands that a listener goes by, or the listener itself.
Place decidingPlace(const Context &context, const char *name, const Listener &listener)
{
    if (const Assignment *assigned = context.assignment(name, listener.service))
        return assigned->place();
    return listener.place.value_or(context.mainCfStart());
}

Fix setOption(const Context &context, const Listener &listener, const char *title, const QByteArray &name,
              const QByteArray &value)
{
    return setOverride(context.services()[listener.service], title, name, value);
}

/// Where `decides` is set for the listener: in main.cf, or as an option of the service.
Fix setFor(const Context &context, const Listener &listener, const char *decides, const char *title,
           const QByteArray &name, const QByteArray &value)
{
    const auto isOwn = [&](QByteArrayView parameter) {
        const Assignment *assigned = context.assignment(parameter, listener.service);
        return assigned && !assigned->isInMainCf();
    };
    if (listener.place && (isOwn(decides) || isOwn(name)))
        return setOption(context, listener, title, name, value);
    return setParameter(title, name, value);
}

bool containsWord(const Context &context, const char *name, qsizetype service, const QByteArray &wanted)
{
    const QList<Word> words = context.traced(name, service).words();
    return std::any_of(words.begin(), words.end(),
                       [&](const Word &word) { return word.text.compare(wanted, Qt::CaseInsensitive) == 0; });
}

/// Whether a client that nothing is known about is turned away in a list before anything lets it in.
bool rejectsStrangers(const Context &context, const QByteArray &list, qsizetype service)
{
    for (const Check &check : flatChecksIn(context, list, service)) {
        if (check.is("permit"))
            return false;
        if (!check.isWarned && (check.is("reject") || check.is("defer")))
            return true;
    }
    return false;
}

} // namespace

void plaintextLogin(const Context &context, Report &report)
{
    for (const Listener &listener : context.listeners()) {
        const qsizetype service = listener.service;
        if (!hasLogin(context, listener) || listener.isLoopback
            || context.isOn("smtpd_tls_auth_only", service) || serverTlsLevel(context, service) == "encrypt"
            || context.isOn("smtpd_tls_wrappermode", service)
            || containsWord(context, "smtpd_sasl_security_options", service, "noplaintext"))
            continue;
        report.add(decidingPlace(context, "smtpd_sasl_auth_enable", listener)).fixes = {setFor(
            context, listener, "smtpd_sasl_auth_enable",
            QT_TRANSLATE_NOOP("lint", "Offer login only when encrypted"), "smtpd_tls_auth_only", "yes")};
    }
}

void loginOnPort25(const Context &context, Report &report)
{
    const bool hasSubmission =
        std::any_of(context.listeners().begin(), context.listeners().end(), isSubmission);
    for (const Listener &listener : context.listeners()) {
        if (hasSubmission && listener.place && isMailExchanger(listener) && hasLogin(context, listener))
            report.add(*listener.place).fixes = {setOption(context, listener,
                                                           QT_TRANSLATE_NOOP("lint", "Switch login off here"),
                                                           "smtpd_sasl_auth_enable", "no")};
    }
}

void submissionWithoutLogin(const Context &context, Report &report)
{
    for (const Listener &listener : context.listeners()) {
        if (!isSubmission(listener) || hasLogin(context, listener)
            || context.isOn("smtpd_tls_req_ccert", listener.service))
            continue;
        bool hasCertificates = false;
        for (const char *list :
             {"smtpd_client_restrictions", "smtpd_relay_restrictions", "smtpd_recipient_restrictions"}) {
            for (const Check &check : flatChecksIn(context, list, listener.service))
                hasCertificates = hasCertificates || check.is("permit_tls_clientcerts")
                    || check.is("permit_tls_all_clientcerts");
        }
        if (hasCertificates)
            continue;
        const char *title = QT_TRANSLATE_NOOP("lint", "Switch login on here");
        QList<Fix> parts{setOption(context, listener, title, "smtpd_sasl_auth_enable", "yes")};
        if (serverTlsLevel(context, listener.service) != "encrypt"
            && !context.isOn("smtpd_tls_auth_only", listener.service))
            parts.append(setOption(context, listener, title, "smtpd_tls_auth_only", "yes"));
        report.add(*listener.place).fixes = {allOf(title, parts)};
    }
}

void submissionOpenToStrangers(const Context &context, Report &report)
{
    for (const Listener &listener : context.listeners()) {
        if (!isSubmission(listener) || !hasLogin(context, listener)
            || context.isOn("smtpd_tls_req_ccert", listener.service))
            continue;
        const bool isClosed = std::any_of(
            restrictionParameters().begin(), restrictionParameters().begin() + 5,
            [&](const QByteArray &list) { return rejectsStrangers(context, list, listener.service); });
        if (!isClosed)
            report.add(*listener.place).fixes = {
                setOption(context, listener, QT_TRANSLATE_NOOP("lint", "Admit only who is logged in"),
                          "smtpd_client_restrictions", "permit_sasl_authenticated,reject")};
    }
}

void submissionCleartext(const Context &context, Report &report)
{
    for (const Listener &listener : context.listeners()) {
        if (isSubmission(listener) && listener.port == submissionPort
            && !context.isOn("smtpd_tls_wrappermode", listener.service)
            && serverTlsLevel(context, listener.service) != "encrypt")
            report.add(*listener.place).fixes = {setOption(context, listener,
                                                           QT_TRANSLATE_NOOP("lint", "Require encryption"),
                                                           "smtpd_tls_security_level", "encrypt")};
    }
}

void wrapperMissing(const Context &context, Report &report)
{
    for (const Listener &listener : context.listeners()) {
        if (isSubmission(listener) && listener.port == smtpsPort
            && !context.isOn("smtpd_tls_wrappermode", listener.service))
            report.add(*listener.place).fixes = {
                setOption(context, listener, QT_TRANSLATE_NOOP("lint", "Switch wrapper mode on"),
                          "smtpd_tls_wrappermode", "yes")};
    }
}

void wrapperOnStarttlsPort(const Context &context, Report &report)
{
    for (const Listener &listener : context.listeners()) {
        const bool isStarttls = isMailExchanger(listener) || listener.port == submissionPort;
        if (!isStarttls || !context.isOn("smtpd_tls_wrappermode", listener.service))
            continue;
        Finding &finding = report.add(decidingPlace(context, "smtpd_tls_wrappermode", listener));
        const char *title = QT_TRANSLATE_NOOP("lint", "Switch wrapper mode off here");
        const Assignment *own = context.assignment("smtpd_tls_wrappermode", listener.service);
        if (own && !own->isInMainCf() && !context.isOn("smtpd_tls_wrappermode"))
            finding.fixes = {removeAssignment(*own, title)};
        else if (listener.place)
            finding.fixes = {setOption(context, listener, title, "smtpd_tls_wrappermode", "no")};
        // What wrapper mode had encrypted must not become optional.
        const bool isOptional = hasLogin(context, listener)
            && context.value("smtpd_tls_security_level", listener.service).toLower() != "encrypt";
        if (isOptional && listener.place && !finding.fixes.isEmpty())
            finding.fixes = {allOf(title,
                                   finding.fixes
                                       + QList<Fix>{setOption(context, listener, title,
                                                              "smtpd_tls_security_level", "encrypt")})};
    }
}

void usersMeetServerChecks(const Context &context, Report &report)
{
    static const QSet<QByteArray> tests{"reject_rbl_client",
                                        "reject_rbl",
                                        "reject_rhsbl_client",
                                        "reject_rhsbl_helo",
                                        "reject_rhsbl_reverse_client",
                                        "reject_unknown_client_hostname",
                                        "reject_unknown_client",
                                        "reject_unknown_reverse_client_hostname",
                                        "reject_unknown_helo_hostname",
                                        "reject_unknown_hostname",
                                        "reject_non_fqdn_helo_hostname",
                                        "reject_non_fqdn_hostname"};
    for (const Listener &listener : context.listeners()) {
        if (!isSubmission(listener) || !hasLogin(context, listener))
            continue;
        for (const char *list : {"smtpd_client_restrictions", "smtpd_helo_restrictions",
                                 "smtpd_sender_restrictions", "smtpd_recipient_restrictions"}) {
            for (const Check &check : flatChecksIn(context, list, listener.service)) {
                if (check.is("permit_sasl_authenticated") || check.is("permit")
                    || (!check.isWarned && (check.is("reject") || check.is("defer"))))
                    break;
                if (check.form != Check::Form::Known || check.isWarned || !tests.contains(check.name))
                    continue;
                Finding &finding = report.add(context.placeOf(check.word, list, listener.service));
                const char *title = QT_TRANSLATE_NOOP("lint", "Let in first who is logged in");
                const QList<Check> steps = checksIn(context, list, listener.service);
                const auto permit = std::find_if(steps.begin(), steps.end(), [](const Check &one) {
                    return one.is("permit_sasl_authenticated");
                });
                finding.fixes = permit == steps.end()
                    ? insertBefore(context, title, check.word, "permit_sasl_authenticated")
                    : moveBefore(context, title, *permit, check);
                break;
            }
        }
    }
}

} // namespace lint
