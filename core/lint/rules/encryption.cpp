// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rules/encryption.h"

#include "core/lint/assigned.h"
#include "core/lint/listeners.h"
#include "core/lint/listfixes.h"
#include "core/lint/mending.h"
#include "core/submission/switching.h"

#include <algorithm>
#include <array>

namespace lint {

namespace {

using effective::noService;
using model::Place;

bool isSet(const Context &context, const QByteArray &name, qsizetype service)
{
    return !context.value(name, service).isEmpty();
}

/// Main.cf and every SMTP client that has a level of its own: visit(level, place).
template<typename Visit>
void forEachClientLevel(const Context &context, Visit visit)
{
    forEachValueOf(
        context, "smtp_tls_security_level", [&](const Assignment &assignment, const TracedValue &value) {
            if (assignment.isInMainCf() || context.services()[assignment.service].program == "smtp")
                visit(assignment, value.text().trimmed().toLower());
        });
}

Place decidingPlace(const Context &context, const QByteArrayList &names, const Listener &listener)
{
    for (const QByteArray &name : names) {
        const Assignment *assigned = context.assignment(name, listener.service);
        if (assigned && !assigned->definition.text.isEmpty() && assigned->definition.text != "no")
            return assigned->place();
    }
    return listener.place.value_or(context.mainCfStart());
}

bool hasCertificate(const Context &context, qsizetype service)
{
    static const QByteArrayList names{"smtpd_tls_cert_file", "smtpd_tls_eccert_file", "smtpd_tls_dcert_file",
                                      "smtpd_tls_chain_files"};
    return std::any_of(names.begin(), names.end(),
                       [&](const QByteArray &name) { return isSet(context, name, service); });
}

/// The level of one listener: its own option where it has one, or where others go by main.cf too.
Fix levelFor(const Context &context, const Listener &listener, const char *title, const QByteArray &level)
{
    const QByteArray name = "smtpd_tls_security_level";
    const Assignment *assigned = context.assignment(name, listener.service);
    const auto others =
        std::count_if(context.listeners().begin(), context.listeners().end(), [&](const Listener &other) {
            return other.service != listener.service && context.assignment(name, other.service) == assigned;
        });
    if (listener.place && assigned && (!assigned->isInMainCf() || others > 0))
        return setOverride(context.services()[listener.service], title, name, level);
    return setParameter(title, name, level);
}

bool isDefaultRouteClosed(const Context &context)
{
    const QByteArray transport = context.value("default_transport").split(':').first();
    return transport == "error" || transport == "discard";
}

/// The stock service for the port with TLS from the first byte.
Fix switchOnImplicit(const Context &context)
{
    return {QT_TRANSLATE_NOOP("lint", "Switch it on"),
            [target = context.target().forValues()](model::Draft &draft) {
                // Where it can't be done the draft stays as it is.
                (void)submission::switchOn(draft, submission::submissionsPort, target);
            }};
}

} // namespace

void inboundNone(const Context &context, Report &report)
{
    for (const Listener &listener : context.listeners()) {
        if (isMailExchanger(listener) && context.isPublic(listener)
            && !isTlsOffered(context, listener.service)) {
            Finding &finding = report.add(listener.place.value_or(context.mainCfStart()));
            // Without one, the server would promise what it can't keep.
            if (hasCertificate(context, listener.service))
                finding.fixes = {
                    levelFor(context, listener, QT_TRANSLATE_NOOP("lint", "Offer encryption"), "may")};
        }
    }
}

void levelWithoutCertificate(const Context &context, Report &report)
{
    for (const Listener &listener : context.listeners()) {
        if (isTlsOffered(context, listener.service) && !hasCertificate(context, listener.service))
            report.add(decidingPlace(
                context,
                {"smtpd_tls_security_level", "smtpd_enforce_tls", "smtpd_use_tls", "smtpd_tls_wrappermode"},
                listener));
    }
}

void outboundNone(const Context &context, Report &report)
{
    const QByteArray level = context.value("smtp_tls_security_level").toLower();
    if ((!level.isEmpty() && level != "none") || context.isOn("smtp_use_tls")
        || context.isOn("smtp_enforce_tls") || isDefaultRouteClosed(context))
        return;
    const Assignment *assigned = context.assignment("smtp_tls_security_level");
    report.add(assigned ? assigned->place() : context.mainCfStart()).fixes = {setParameter(
        QT_TRANSLATE_NOOP("lint", "Encrypt where the other side can"), "smtp_tls_security_level", "may")};
}

void weakGrade(const Context &context, Report &report)
{
    static const QSet<QByteArray> weak{"export", "low", "null"};
    forEachValue(context, [&](const Assignment &assignment, const TracedValue &value) {
        const bool isGrade =
            assignment.name.endsWith("_tls_ciphers") || assignment.name.endsWith("_tls_mandatory_ciphers");
        if (isGrade && weak.contains(value.text().trimmed().toLower()))
            report.add(assignment.place(), {value.text().trimmed()}).fixes = {
                removeAssignment(assignment, QT_TRANSLATE_NOOP("lint", "Use the default"))};
    });
}

void cipherListOverridden(const Context &context, Report &report)
{
    static const QSet<QByteArray> lists{"tls_high_cipherlist", "tls_medium_cipherlist", "tls_low_cipherlist",
                                        "tls_export_cipherlist", "tls_null_cipherlist"};
    forEachAssignment(context, [&](const Assignment &assignment) {
        if (assignment.isInForce && lists.contains(assignment.name))
            report.add(assignment.place()).fixes = {
                removeAssignment(assignment, QT_TRANSLATE_NOOP("lint", "Use the default"))};
    });
}

void twoCertificateStyles(const Context &context, Report &report)
{
    forEachAssignment(context, [&](const Assignment &assignment) {
        if (!assignment.name.endsWith("cert_file"))
            return;
        for (const QByteArray family : {"smtpd", "smtp", "lmtp"}) {
            const bool isOld = assignment.name == family + "_tls_cert_file"
                || assignment.name == family + "_tls_eccert_file"
                || assignment.name == family + "_tls_dcert_file";
            if (isOld && assignment.isInForce && isSet(context, assignment.name, assignment.service)
                && isSet(context, family + "_tls_chain_files", assignment.service))
                report.add(assignment.place()).fixes = {
                    removeAssignment(assignment, QT_TRANSLATE_NOOP("lint", "Remove the old setting"))};
        }
    });
}

void daneWithoutDnssec(const Context &context, Report &report)
{
    forEachClientLevel(context, [&](const Assignment &assignment, const QByteArray &level) {
        if ((level == "dane" || level == "dane-only")
            && context.value("smtp_dns_support_level", assignment.service).toLower() != "dnssec")
            report.add(assignment.place()).fixes = {setParameter(QT_TRANSLATE_NOOP("lint", "Ask for DNSSEC"),
                                                                 "smtp_dns_support_level", "dnssec")};
    });
}

void verifyWithoutCa(const Context &context, Report &report)
{
    forEachClientLevel(context, [&](const Assignment &assignment, const QByteArray &level) {
        const qsizetype service = assignment.service;
        const bool hasAnchors = isSet(context, "smtp_tls_CAfile", service)
            || isSet(context, "smtp_tls_CApath", service)
            || isSet(context, "smtp_tls_trust_anchor_file", service)
            || context.isOn("tls_append_default_CA", service);
        if ((level == "verify" || level == "secure") && !hasAnchors)
            report.add(assignment.place(), {level});
    });
}

void mandatoryForEveryone(const Context &context, Report &report)
{
    static const QSet<QByteArray> strict{"encrypt", "verify", "secure", "fingerprint", "dane-only"};
    forEachClientLevel(context, [&](const Assignment &assignment, const QByteArray &level) {
        if (assignment.isInMainCf() && strict.contains(level) && !isSet(context, "relayhost", noService)
            && !context.isAssigned("default_transport"))
            report.add(assignment.place()).fixes = {
                setValue(assignment, QT_TRANSLATE_NOOP("lint", "Encrypt where the other side can"), "may")};
    });
}

void certificatesAskedOn25(const Context &context, Report &report)
{
    for (const Listener &listener : context.listeners()) {
        for (const char *name : {"smtpd_tls_ask_ccert", "smtpd_tls_req_ccert"}) {
            if (!listener.place || !isMailExchanger(listener) || !context.isOn(name, listener.service))
                continue;
            Finding &finding = report.add(decidingPlace(context, {name}, listener));
            const char *title =
                QT_TRANSLATE_NOOP("lint", "Ask for certificates on the submission ports only");
            const Assignment *assigned = context.assignment(name, listener.service);
            if (!assigned || !assigned->isInMainCf()) {
                if (assigned)
                    finding.fixes = {removeAssignment(*assigned, title)};
                continue;
            }
            QList<Fix> parts{removeAssignment(*assigned, title)};
            for (const Listener &other : context.listeners()) {
                if (isSubmission(other) && context.assignment(name, other.service) == assigned)
                    parts.append(setOverride(context.services()[other.service], title, name, "yes"));
            }
            finding.fixes = {allOf(title, parts)};
        }
    }
}

void requiredCertificateIgnored(const Context &context, Report &report)
{
    for (const Listener &listener : context.listeners()) {
        if (context.isOn("smtpd_tls_req_ccert", listener.service) && isTlsOffered(context, listener.service)
            && serverTlsLevel(context, listener.service) != "encrypt"
            && !context.isOn("smtpd_tls_wrappermode", listener.service))
            report.add(decidingPlace(context, {"smtpd_tls_req_ccert"}, listener));
    }
}

void tlsDebugLogging(const Context &context, Report &report)
{
    forEachValue(context, [&](const Assignment &assignment, const TracedValue &) {
        if (!assignment.name.endsWith("_tls_loglevel"))
            return;
        const auto level = context.number(assignment.name, assignment.service);
        if (level && *level >= 2)
            report.add(assignment.place()).fixes = {
                setValue(assignment, QT_TRANSLATE_NOOP("lint", "Write 1"), "1")};
    });
}

void clientWrapperNotMandatory(const Context &context, Report &report)
{
    static const QSet<QByteArray> optional{"", "none", "may"};
    forEachValueOf(
        context, "smtp_tls_wrappermode", [&](const Assignment &assignment, const TracedValue &value) {
            if (value.text().trimmed().toLower() == "yes"
                && optional.contains(
                    context.value("smtp_tls_security_level", assignment.service).toLower())) {
                const char *title = QT_TRANSLATE_NOOP("lint", "Require encryption");
                const char *name = "smtp_tls_security_level";
                report.add(assignment.place()).fixes = {
                    assignment.isInMainCf()
                        ? setParameter(title, name, "encrypt")
                        : setOverride(context.services()[assignment.service], title, name, "encrypt")};
            }
        });
}

void mandatoryOnPublicPort(const Context &context, Report &report)
{
    for (const Listener &listener : context.listeners()) {
        if (isMailExchanger(listener) && !listener.isLoopback && listener.place
            && serverTlsLevel(context, listener.service) == "encrypt")
            report.add(decidingPlace(context, {"smtpd_tls_security_level", "smtpd_enforce_tls"}, listener))
                .fixes = {
                levelFor(context, listener, QT_TRANSLATE_NOOP("lint", "Leave it to the client"), "may")};
    }
}

void clientLevelOnServer(const Context &context, Report &report)
{
    static const QSet<QByteArray> levels{"verify", "secure", "fingerprint"};
    forEachValueOf(context, "smtpd_tls_security_level",
                   [&](const Assignment &assignment, const TracedValue &value) {
                       if (levels.contains(value.text().trimmed().toLower()))
                           report.add(assignment.place()).fixes = {
                               setValue(assignment, QT_TRANSLATE_NOOP("lint", "Write encrypt"), "encrypt")};
                   });
}

void noImplicitTlsPort(const Context &context, Report &report)
{
    const bool hasImplicit =
        std::any_of(context.listeners().begin(), context.listeners().end(), [](const Listener &listener) {
            return isSubmission(listener) && listener.port == smtpsPort;
        });
    for (const Listener &listener : context.listeners()) {
        if (!hasImplicit && isSubmission(listener))
            report.add(*listener.place).fixes = {switchOnImplicit(context)};
    }
}

} // namespace lint
