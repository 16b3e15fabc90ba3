// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rules/login.h"

#include "core/lint/assigned.h"
#include "core/lint/listeners.h"
#include "core/lint/listfixes.h"
#include "core/lint/mending.h"

#include <algorithm>
#include <array>

namespace lint {

namespace {

using effective::noService;

bool containsWord(const TracedValue &value, const QByteArray &wanted)
{
    const QList<Word> words = value.words();
    return std::any_of(words.begin(), words.end(),
                       [&](const Word &word) { return word.text.compare(wanted, Qt::CaseInsensitive) == 0; });
}

bool isLoginMatch(const Check &check)
{
    return check.form == Check::Form::Known && check.name.endsWith("_sender_login_mismatch");
}

/// main.cf, and every service of the program.
QList<qsizetype> scopesOf(const Context &context, const QByteArray &program)
{
    QList<qsizetype> scopes{noService};
    for (qsizetype i = 0; i < context.services().size(); ++i) {
        if (context.services()[i].program == program)
            scopes.append(i);
    }
    return scopes;
}

/// Who is logged in may then use only addresses of the map.
Fix askForMatch(const Context &context)
{
    const char *title = QT_TRANSLATE_NOOP("lint", "Refuse the addresses of others");
    const QByteArray check = "reject_authenticated_sender_login_mismatch";
    const Assignment *assigned = context.assignment("smtpd_sender_restrictions");
    return assigned ? prepended(*assigned, title, check)
                    : setParameter(title, "smtpd_sender_restrictions", check);
}

} // namespace

void anonymousLogin(const Context &context, Report &report)
{
    for (const char *name : {"smtpd_sasl_security_options", "smtpd_sasl_tls_security_options"}) {
        forEachValueOf(context, name, [&](const Assignment &assignment, const TracedValue &value) {
            if (!containsWord(value, "noanonymous"))
                report.add(assignment.place()).fixes = {setValue(
                    assignment, QT_TRANSLATE_NOOP("lint", "Add noanonymous"),
                    assignment.definition.text.isEmpty() ? QByteArray("noanonymous")
                                                         : assignment.definition.text + ", noanonymous")};
        });
    }
}

void loginMatchTooLate(const Context &context, Report &report)
{
    static const QSet<QByteArray> matches{"reject_sender_login_mismatch",
                                          "reject_authenticated_sender_login_mismatch",
                                          "reject_known_sender_login_mismatch"};
    for (const Listener &listener : context.listeners()) {
        if (!hasLogin(context, listener))
            continue;
        for (const QByteArray &list : restrictionParameters()) {
            std::optional<Check> permit;
            for (const Check &check : flatChecksIn(context, list, listener.service)) {
                if (!permit && (check.is("permit_sasl_authenticated") || check.is("permit")))
                    permit = check;
                if (permit && matches.contains(check.name))
                    report.add(context.placeOf(check.word, list, listener.service)).fixes = moveBefore(
                        context, QT_TRANSLATE_NOOP("lint", "Move it in front of the permit"), check, *permit);
            }
        }
    }
}

void loginMatchWithoutMap(const Context &context, Report &report)
{
    forEachStep(context, [&](const Listener &listener, const QByteArray &list, const Check &check) {
        const bool isMeant = check.is("reject_sender_login_mismatch")
            || check.is("reject_authenticated_sender_login_mismatch");
        if (isMeant && hasLogin(context, listener)
            && context.value("smtpd_sender_login_maps", listener.service).isEmpty())
            report.add(context.placeOf(check.word, list, listener.service));
    });
}

void loginMapUnused(const Context &context, Report &report)
{
    bool isUsed = false;
    for (const ListPlace &list : assignedLists(context)) {
        for (const Check &check : checksIn(context, list.parameter, list.service))
            isUsed = isUsed || isLoginMatch(check);
    }
    if (isUsed)
        return;
    forEachValueOf(context, "smtpd_sender_login_maps",
                   [&](const Assignment &assignment, const TracedValue &value) {
                       if (!value.text().trimmed().isEmpty())
                           report.add(assignment.place()).fixes = {askForMatch(context)};
                   });
}

void loginMatchWithoutLogin(const Context &context, Report &report)
{
    forEachStep(context, [&](const Listener &listener, const QByteArray &, const Check &check) {
        if (listener.place && isLoginMatch(check) && !hasLogin(context, listener))
            report.add(*listener.place);
    });
}

void clientLoginWithoutPasswords(const Context &context, Report &report)
{
    for (const auto &[enable, maps, program] :
         {std::array<QByteArray, 3>{"smtp_sasl_auth_enable", "smtp_sasl_password_maps", "smtp"},
          std::array<QByteArray, 3>{"lmtp_sasl_auth_enable", "lmtp_sasl_password_maps", "lmtp"}}) {
        for (const qsizetype scope : scopesOf(context, program)) {
            const Assignment *assigned = context.assignment(enable, scope);
            if (assigned && context.isOn(enable, scope) && context.value(maps, scope).isEmpty())
                report.add(assigned->place());
        }
    }
}

void passwordsWithoutClientLogin(const Context &context, Report &report)
{
    for (const qsizetype scope : scopesOf(context, "smtp")) {
        if (context.isOn("smtp_sasl_auth_enable", scope))
            return;
    }
    forEachValueOf(context, "smtp_sasl_password_maps",
                   [&](const Assignment &assignment, const TracedValue &value) {
                       if (!value.text().trimmed().isEmpty())
                           report.add(assignment.place()).fixes = {
                               setParameter(QT_TRANSLATE_NOOP("lint", "Switch the client's login on"),
                                            "smtp_sasl_auth_enable", "yes")};
                   });
}

void clientPasswordCleartext(const Context &context, Report &report)
{
    static const QSet<QByteArray> weak{"", "none", "may"};
    for (const qsizetype scope : scopesOf(context, "smtp")) {
        const Assignment *assigned = context.assignment("smtp_sasl_auth_enable", scope);
        QByteArray level = context.value("smtp_tls_security_level", scope).toLower();
        if (level.isEmpty() && context.isOn("smtp_enforce_tls", scope))
            level = "encrypt";
        if (!assigned || !context.isOn("smtp_sasl_auth_enable", scope) || !weak.contains(level)
            || containsWord(context.traced("smtp_sasl_security_options", scope), "noplaintext")
            || context.isOn("smtp_tls_wrappermode", scope))
            continue;
        report.add(assigned->place()).fixes = {setParameter(QT_TRANSLATE_NOOP("lint", "Require encryption"),
                                                            "smtp_tls_security_level", "encrypt")};
    }
}

void dovecotWithoutPath(const Context &context, Report &report)
{
    for (const Listener &listener : context.listeners()) {
        const Assignment *type = context.assignment("smtpd_sasl_type", listener.service);
        const QByteArray path = context.value("smtpd_sasl_path", listener.service);
        if (type && hasLogin(context, listener)
            && context.value("smtpd_sasl_type", listener.service) == "dovecot"
            && (path.isEmpty() || path == "smtpd"))
            report.add(type->place()).fixes = {setParameter(QT_TRANSLATE_NOOP("lint", "Set the usual socket"),
                                                            "smtpd_sasl_path", "private/auth")};
    }
}

void brokenClients(const Context &context, Report &report)
{
    forEachValueOf(context, "broken_sasl_auth_clients",
                   [&](const Assignment &assignment, const TracedValue &value) {
                       if (value.text().trimmed().toLower() == "yes")
                           report.add(assignment.place()).fixes = {
                               removeAssignment(assignment, QT_TRANSLATE_NOOP("lint", "Use the default"))};
                   });
}

void certificateNotAsked(const Context &context, Report &report)
{
    forEachStep(context, [&](const Listener &listener, const QByteArray &list, const Check &check) {
        const bool isMeant = check.is("permit_tls_clientcerts") || check.is("permit_tls_all_clientcerts")
            || check.is("check_ccert_access");
        if (isMeant && !context.isOn("smtpd_tls_ask_ccert", listener.service)
            && !context.isOn("smtpd_tls_req_ccert", listener.service))
            report.add(context.placeOf(check.word, list, listener.service)).fixes = {setParameter(
                QT_TRANSLATE_NOOP("lint", "Ask for certificates"), "smtpd_tls_ask_ccert", "yes")};
    });
}

void saslTypeUnsupported(const Context &context, Report &report)
{
    static const QSet<QByteArray> types{"smtpd_sasl_type", "smtp_sasl_type", "lmtp_sasl_type"};
    forEachValueOf(context, types, [&](const Assignment &assignment, const TracedValue &value) {
        const bool isServer = assignment.name == "smtpd_sasl_type";
        const bool isClient = assignment.name == "smtp_sasl_type" || assignment.name == "lmtp_sasl_type";
        const QByteArray type = value.text().trimmed();
        if ((isServer && !context.target().saslServerTypes.contains(type))
            || (isClient && !context.target().saslClientTypes.contains(type)))
            report.add(assignment.place(), {type});
    });
}

} // namespace lint
