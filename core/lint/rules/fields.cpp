// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rules/fields.h"

#include "core/lint/mending.h"
#include "core/lint/words.h"

#include <algorithm>

namespace lint {

namespace {

using syntax::ServiceField;

QByteArray fieldOf(const Context &context, const effective::Service &service, ServiceField field)
{
    return context.fieldOf(service, field).toByteArray();
}

bool isDigits(QByteArrayView text)
{
    return !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

QByteArray leadingDigits(const QByteArray &text)
{
    qsizetype end = 0;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9')
        ++end;
    return text.first(end);
}

const QByteArrayList &daemons()
{
    static const QByteArrayList names{
        "anvil",  "bounce",   "cleanup",         "discard",       "dnsblog",  "error",
        "flush",  "lmtp",     "local",           "nbdb_reindexd", "nqmgr",    "oqmgr",
        "pickup", "pipe",     "postlogd",        "postscreen",    "proxymap", "qmgr",
        "qmqpd",  "scache",   "showq",           "smtp",          "smtpd",    "spawn",
        "tlsmgr", "tlsproxy", "trivial-rewrite", "verify",        "virtual"};
    return names;
}

void requireLimit(const Context &context, const QSet<QByteArray> &programs, const QByteArray &limit,
                  const char *title, Report &report)
{
    for (const effective::Service &service : context.services()) {
        const bool isMeant = programs.contains(service.program)
            || (limit == "1" && service.program == "proxymap" && service.name == "proxywrite");
        if (isMeant && fieldOf(context, service, ServiceField::ProcessLimit) != limit)
            report.add(context.placeOf(service), {service.program}).fixes = {
                setField(service, ServiceField::ProcessLimit, title, limit)};
    }
}

} // namespace

// get_master_ent() in src/master/master_ent.c, for this and the next ones.
void serviceType(const Context &context, Report &report)
{
    static const QSet<QByteArray> types{"inet", "unix", "fifo", "pass", "unix-dgram"};
    for (const effective::Service &service : context.services()) {
        if (types.contains(service.type) || hasTypographicCharacter(service.type))
            continue;
        Finding &finding = report.add(context.placeOf(service), {service.type});
        if (service.type == "tcp")
            finding.fixes = {
                setField(service, ServiceField::Type, QT_TRANSLATE_NOOP("lint", "Write inet"), "inet")};
        else if (service.type == "socket")
            finding.fixes = {
                setField(service, ServiceField::Type, QT_TRANSLATE_NOOP("lint", "Write unix"), "unix")};
    }
}

void yesNoField(const Context &context, Report &report)
{
    for (const effective::Service &service : context.services()) {
        for (const ServiceField field :
             {ServiceField::Private, ServiceField::Unprivileged, ServiceField::Chroot}) {
            const QByteArray text = fieldOf(context, service, field);
            if (text == "y" || text == "n" || text == "-" || hasTypographicCharacter(text))
                continue;
            Finding &finding = report.add(context.placeOf(service), {text});
            const QByteArray lower = text.toLower();
            if (lower.startsWith('y') || lower.startsWith('n'))
                finding.fixes = {
                    setField(service, field, QT_TRANSLATE_NOOP("lint", "Write y or n"), lower.first(1))};
            break;
        }
    }
}

void numberField(const Context &context, Report &report)
{
    for (const effective::Service &service : context.services()) {
        for (const ServiceField field : {ServiceField::Wakeup, ServiceField::ProcessLimit}) {
            const QByteArray text = fieldOf(context, service, field);
            const QByteArray digits =
                field == ServiceField::Wakeup && text.endsWith('?') ? text.chopped(1) : text;
            if (text == "-" || isDigits(digits) || hasTypographicCharacter(text))
                continue;
            Finding &finding = report.add(context.placeOf(service), {text});
            if (const QByteArray number = leadingDigits(text); !number.isEmpty())
                finding.fixes = {
                    setField(service, field, QT_TRANSLATE_NOOP("lint", "Leave the unit out"), number)};
            break;
        }
    }
}

void inetPrivate(const Context &context, Report &report)
{
    for (const effective::Service &service : context.services()) {
        const QByteArray text = fieldOf(context, service, ServiceField::Private);
        if (service.type == "inet" && (text == "y" || text == "-"))
            report.add(context.placeOf(service)).fixes = {
                setField(service, ServiceField::Private, QT_TRANSLATE_NOOP("lint", "Write n"), "n")};
    }
}

void unknownDaemon(const Context &context, Report &report)
{
    for (const effective::Service &service : context.services()) {
        const QByteArray command = fieldOf(context, service, ServiceField::Command);
        const catalog::Program *program = context.reference().program(command);
        const bool isKnown = daemons().contains(command) && (!program || program->since <= context.version());
        if (isKnown || command.contains('/') || hasTypographicCharacter(command))
            continue;
        Finding &finding = report.add(context.placeOf(service), {command});
        if (const auto closest = closestOf(command, daemons()); closest && *closest != command)
            finding.fixes = {setField(service, ServiceField::Command,
                                      QT_TRANSLATE_NOOP("lint", "Write the program that is most similar"),
                                      *closest)};
    }
}

void mustBeSingle(const Context &context, Report &report)
{
    static const QSet<QByteArray> programs{"pickup", "qmgr",   "oqmgr",  "nqmgr",    "tlsmgr",
                                           "anvil",  "scache", "verify", "postlogd", "postscreen"};
    requireLimit(context, programs, "1", QT_TRANSLATE_NOOP("lint", "Write 1"), report);
}

void mustBeUnlimited(const Context &context, Report &report)
{
    static const QSet<QByteArray> programs{"cleanup", "bounce", "flush", "dnsblog", "tlsproxy"};
    requireLimit(context, programs, "0", QT_TRANSLATE_NOOP("lint", "Write 0"), report);
}

void mustBePrivileged(const Context &context, Report &report)
{
    static const QSet<QByteArray> programs{"local", "pipe", "spawn", "virtual"};
    for (const effective::Service &service : context.services()) {
        const QByteArray text = fieldOf(context, service, ServiceField::Unprivileged);
        if (programs.contains(service.program) && (text == "y" || text == "-"))
            report.add(context.placeOf(service), {service.program}).fixes = {
                setField(service, ServiceField::Unprivileged, QT_TRANSLATE_NOOP("lint", "Write n"), "n")};
    }
}

void mustNotBeChrooted(const Context &context, Report &report)
{
    static const QSet<QByteArray> programs{"local", "pipe", "spawn", "virtual", "proxymap", "postlogd"};
    for (const effective::Service &service : context.services()) {
        if (programs.contains(service.program) && context.isChrooted(service))
            report.add(context.placeOf(service), {service.program}).fixes = {
                setField(service, ServiceField::Chroot, QT_TRANSLATE_NOOP("lint", "Write n"), "n")};
    }
}

void fifoService(const Context &context, Report &report)
{
    for (const effective::Service &service : context.services()) {
        if (service.type == "fifo" && (service.name == "pickup" || service.name == "qmgr"))
            report.add(context.placeOf(service)).fixes = {
                setField(service, ServiceField::Type, QT_TRANSLATE_NOOP("lint", "Write unix"), "unix")};
    }
}

void unknownPortName(const Context &context, Report &report)
{
    static const QByteArrayList names{"smtp",  "smtps", "submission", "submissions",
                                      "ssmtp", "urd",   "lmtp",       "qmqp"};
    for (const effective::Service &service : context.services()) {
        const Endpoint endpoint = endpointOf(service.name);
        if (service.type != "inet" || context.target().portOf(endpoint.port)
            || hasTypographicCharacter(service.name) || service.name.contains('$'))
            continue;
        Finding &finding = report.add(context.placeOf(service), {endpoint.port});
        const auto closest = closestOf(endpoint.port, names);
        if (closest && endpoint.host.isEmpty())
            finding.fixes = {setField(service, ServiceField::Name,
                                      QT_TRANSLATE_NOOP("lint", "Write the name that is most similar"),
                                      *closest)};
    }
}

} // namespace lint
