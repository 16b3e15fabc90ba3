// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rules/support.h"

#include "core/edits/serviceedits.h"
#include "core/lint/listfixes.h"
#include "core/lint/mending.h"
#include "core/lint/restrictionlists.h"
#include "core/lint/tables.h"

#include <algorithm>
#include <array>

namespace lint {

namespace {

using effective::noService;
using model::Place;

bool hasProgram(const Context &context, const QByteArray &program)
{
    return std::any_of(context.services().begin(), context.services().end(),
                       [&](const effective::Service &service) { return service.program == program; });
}

bool hasService(const Context &context, const QByteArray &name)
{
    return std::any_of(context.services().begin(), context.services().end(),
                       [&](const effective::Service &service) { return service.name == name; });
}

/// The socket's path in "unix:/path"; empty for what is no absolute path.
QByteArray socketIn(const QByteArray &text)
{
    const qsizetype at = text.indexOf("unix:/");
    if (at < 0 || (at > 0 && !text.startsWith('{')))
        return {};
    qsizetype end = at + 5;
    while (end < text.size() && !QByteArrayView(" \t\r\n,{}").contains(text[end]))
        ++end;
    return text.sliced(at + 5, end - at - 5);
}

bool isOutside(const Context &context, const QByteArray &path)
{
    static const QSet<QByteArray> folders{"run", "var", "tmp",  "srv",  "opt", "home",
                                          "usr", "etc", "root", "data", "mnt"};
    if (!path.startsWith('/') || !folders.contains(path.sliced(1).split('/').first()))
        return false;
    const auto known = context.target().files.constFind(context.value("queue_directory") + path);
    return known == context.target().files.cend() || !known->exists;
}

Fix addUnix(const edits::ServiceSpec &spec)
{
    return {QT_TRANSLATE_NOOP("lint", "Add the service"), [spec](model::Draft &draft) {
                if (draft.masterCf().indexOf(spec.name, spec.type) < 0)
                    edits::addService(draft, draft.masterCf().services().size(), spec);
            }};
}

/// Where `text` is written in a setting or an override in force.
template<typename Visit>
void forEachWriting(const Context &context, const QByteArray &text, Visit visit)
{
    for (const Assignment &assignment : context.assignments()) {
        if (assignment.isInForce && assignment.definition.text.contains(text))
            visit(assignment);
    }
}

} // namespace

void socketOutsideChroot(const Context &context, Report &report)
{
    if (!context.hasMasterCf())
        return;
    QSet<QByteArray> told;
    const auto judge = [&](const Word &word, const QByteArray &path, const QByteArray &parameter,
                           qsizetype service) {
        const char *title = QT_TRANSLATE_NOOP("lint", "Let the service see the whole file system");

        const Place place = context.placeOf(word, parameter, service);
        if (!isOutside(context, path) || told.contains(path))
            return;
        told.insert(path);
        QList<Fix> parts;
        for (qsizetype i = 0; i < context.services().size(); ++i) {
            const effective::Service &one = context.services()[i];
            if (one.program == context.services()[service].program && context.isChrooted(one)
                && context.traced(parameter, i).text().contains(path))
                parts.append(setField(one, syntax::ServiceField::Chroot, title, "n"));
        }
        report.add(place, {path}).fixes = {allOf(title, parts)};
    };
    for (qsizetype i = 0; i < context.services().size(); ++i) {
        const effective::Service &service = context.services()[i];
        if (!context.isChrooted(service))
            continue;
        if (service.program == "smtpd") {
            if (context.value("smtpd_sasl_type", i) == "dovecot") {
                for (const Word &word : context.traced("smtpd_sasl_path", i).words())
                    judge(word, word.text.startsWith("unix:") ? word.text.sliced(5) : word.text,
                          "smtpd_sasl_path", i);
            }
            for (const Word &word : context.traced("smtpd_milters", i).words())
                judge(word, socketIn(word.text), "smtpd_milters", i);
            for (const QByteArray &list : restrictionParameters()) {
                for (const Check &check : flatChecksIn(context, list, i)) {
                    if (check.is("check_policy_service") && !check.arguments.isEmpty())
                        judge(check.arguments.first(), socketIn(check.arguments.first().text), list, i);
                }
            }
        } else if (service.program == "cleanup") {
            for (const Word &word : context.traced("non_smtpd_milters", i).words())
                judge(word, socketIn(word.text), "non_smtpd_milters", i);
        }
    }
}

void supportServiceMissing(const Context &context, Report &report)
{
    if (!context.hasMasterCf())
        return;
    if (!hasService(context, "tlsmgr")) {
        static constexpr std::array<const char *, 3> levels{
            "smtpd_tls_security_level", "smtp_tls_security_level", "lmtp_tls_security_level"};
        for (const Assignment &assignment : context.assignments()) {
            const bool isLevel = assignment.name.endsWith("_tls_security_level")
                && std::any_of(levels.begin(), levels.end(),
                               [&](const char *name) { return assignment.name == name; });
            const QByteArray level = isLevel && assignment.isInForce
                ? context.value(assignment.name, assignment.service)
                : QByteArray();
            if (!level.isEmpty() && level != "none") {
                report.add(assignment.place(), {"TLS", "tlsmgr"}).fixes = {addUnix({.name = "tlsmgr",
                                                                                    .chroot = "y",
                                                                                    .wakeup = "1000?",
                                                                                    .processLimit = "1",
                                                                                    .command = "tlsmgr"})};
                break;
            }
        }
    }
    if (!hasService(context, "verify")) {
        bool isTold = false;
        for (const ListPlace &list : assignedLists(context)) {
            for (const Check &check : checksIn(context, list.parameter, list.service)) {
                const Assignment *assigned = context.assignment(list.parameter, list.service);
                if (isTold || !assigned
                    || (!check.is("reject_unverified_sender") && !check.is("reject_unverified_recipient")))
                    continue;
                isTold = true;
                report.add(assigned->place(), {check.name, "verify"}).fixes = {
                    addUnix({.name = "verify", .chroot = "y", .processLimit = "1", .command = "verify"})};
            }
        }
    }
    if (!hasService(context, "anvil") && hasProgram(context, "smtpd"))
        report.add(context.masterCfStart(), {"smtpd", "anvil"}).fixes = {
            addUnix({.name = "anvil", .chroot = "y", .processLimit = "1", .command = "anvil"})};
    if (!hasService(context, "scache") && hasProgram(context, "smtp"))
        report.add(context.masterCfStart(), {"smtp", "scache"}).fixes = {
            addUnix({.name = "scache", .chroot = "y", .processLimit = "1", .command = "scache"})};
    if (!hasService(context, "proxymap")) {
        bool isTold = false;
        forEachWriting(context, "proxy:", [&](const Assignment &assignment) {
            if (!isTold)
                report.add(assignment.place(), {"proxy:", "proxymap"}).fixes = {
                    addUnix({.name = "proxymap", .chroot = "n", .command = "proxymap"})};
            isTold = true;
        });
    }
    if (!hasService(context, "proxywrite")) {
        bool isTold = false;
        forEachWriting(context, "proxy:", [&](const Assignment &assignment) {
            const bool isCache = assignment.name.endsWith("_cache_map")
                || assignment.name.endsWith("_cache_database") || assignment.name == "address_verify_map";
            if (!isTold && isCache) {
                report.add(assignment.place(), {"proxy:", "proxywrite"}).fixes = {addUnix(
                    {.name = "proxywrite", .chroot = "n", .processLimit = "1", .command = "proxymap"})};
                isTold = true;
            }
        });
    }
}

void policyTimeLimit(const Context &context, Report &report)
{
    QSet<QByteArray> used;
    for (const ListPlace &list : assignedLists(context)) {
        for (const Check &check : checksIn(context, list.parameter, list.service)) {
            if (check.is("check_policy_service") && !check.arguments.isEmpty()) {
                const QByteArray &text = check.arguments.first().text;
                const qsizetype at = text.indexOf("unix:private/");
                qsizetype end = at + 13;
                while (at >= 0 && end < text.size() && !QByteArrayView(" \t\r\n,{}").contains(text[end]))
                    ++end;
                if (at >= 0)
                    used.insert(text.sliced(at + 13, end - at - 13));
            }
        }
    }
    for (const effective::Service &service : context.services()) {
        const QByteArray name = service.name + "_time_limit";
        if (service.program == "spawn" && used.contains(service.name) && !context.isAssigned(name))
            report.add(context.placeOf(service), {service.name}).fixes = {
                setParameter(QT_TRANSLATE_NOOP("lint", "Allow it one hour"), name, "3600")};
    }
}

void settingsOfUnusedService(const Context &context, Report &report)
{
    if (!context.hasMasterCf())
        return;
    const bool hasLogin =
        std::any_of(context.listeners().begin(), context.listeners().end(), [&](const Listener &listener) {
            return context.isOn("smtpd_sasl_auth_enable", listener.service);
        });
    struct Family
    {
        QByteArray prefix;
        QByteArray program;
        bool isUnused;
    };
    const std::array families{Family{"postscreen_", "postscreen", !hasProgram(context, "postscreen")},
                              Family{"qmqpd_", "qmqpd", !hasProgram(context, "qmqpd")},
                              Family{"tlsproxy_", "tlsproxy", !hasProgram(context, "tlsproxy")},
                              Family{"smtpd_sasl_", "smtpd", !hasLogin}};
    for (const Family &family : families) {
        for (const Assignment &assignment : context.assignments()) {
            if (!family.isUnused || !assignment.isInMainCf() || !assignment.isInForce
                || !assignment.name.startsWith(family.prefix) || assignment.name == "smtpd_sasl_auth_enable")
                continue;
            report.add(assignment.place(), {family.program});
            break;
        }
    }
}

} // namespace lint
