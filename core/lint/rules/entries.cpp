// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rules/entries.h"

#include "core/edits/serviceedits.h"
#include "core/lint/words.h"

#include <algorithm>

namespace lint {

namespace {

using model::Place;

/// What two entries must not share.
struct Key
{
    QByteArray type;
    QByteArray host;
    QByteArray name; ///< the port's number, where there is one
};

Key keyOf(const Context &context, const effective::Service &service)
{
    if (service.type != "inet")
        return {service.type, {}, service.name};
    const Endpoint endpoint = endpointOf(service.name);
    const auto port = context.target().portOf(endpoint.port);
    return {service.type, endpoint.host, port ? QByteArray::number(*port) : endpoint.port};
}

QByteArray lineOf(const Context &context, const effective::Service &service)
{
    context.note(Whole::MasterCf); // any line above counts
    return QByteArray::number(context.row(service).line + 1);
}

Fix addEntry(const edits::ServiceSpec &spec)
{
    return {QT_TRANSLATE_NOOP("lint", "Add the service"), [spec](model::Draft &draft) {
                if (draft.masterCf().indexOf(spec.name, spec.type) < 0)
                    edits::addService(draft, draft.masterCf().services().size(), spec);
            }};
}

bool hasService(const model::Draft &draft, const QByteArray &name, const QByteArray &type, qsizetype besides)
{
    const syntax::MasterCf &file = draft.masterCf();
    for (qsizetype i = 0; i < file.services().size(); ++i) {
        const syntax::Service &one = file.services()[i];
        if (i != besides && one.enabled && file.fieldOf(one, syntax::ServiceField::Name) == name
            && file.fieldOf(one, syntax::ServiceField::Type) == type)
            return true;
    }
    return false;
}

} // namespace

void duplicateService(const Context &context, Report &report)
{
    const QList<effective::Service> &services = context.services();
    for (qsizetype i = 1; i < services.size(); ++i) {
        const Key key = keyOf(context, services[i]);
        for (qsizetype j = i - 1; j >= 0; --j) {
            const Key other = keyOf(context, services[j]);
            if (key.type != other.type || key.host != other.host || key.name != other.name)
                continue;
            Finding &finding =
                report.add(context.placeOf(services[i]), {services[i].name, lineOf(context, services[j])});
            finding.related = {context.placeOf(services[j])};
            finding.fixes = {Fix{QT_TRANSLATE_NOOP("lint", "Comment the earlier one out"),
                                 [name = services[j].name, later = services[i].name,
                                  type = services[j].type](model::Draft &draft) {
                                     const qsizetype index = draft.masterCf().indexOf(name, type);
                                     if (index >= 0 && hasService(draft, later, type, index))
                                         edits::setServiceEnabled(draft, index, false);
                                 }}};
            break;
        }
    }
}

void portConflict(const Context &context, Report &report)
{
    QSet<QByteArray> interfaces;
    const Assignment *assigned = context.assignment("inet_interfaces");
    for (const Word &word : context.traced("inet_interfaces").words())
        interfaces.insert(word.text);
    const bool isEverywhere = !assigned || interfaces.contains("all");
    const QList<effective::Service> &services = context.services();
    for (qsizetype i = 1; i < services.size(); ++i) {
        const Key key = keyOf(context, services[i]);
        if (key.type != "inet")
            continue;
        for (qsizetype j = i - 1; j >= 0; --j) {
            const Key other = keyOf(context, services[j]);
            if (other.type != "inet" || other.name != key.name || key.host.isEmpty() == other.host.isEmpty())
                continue;
            const QByteArray host = key.host.isEmpty() ? other.host : key.host;
            const bool isLoopback = host == "localhost" || host == "127.0.0.1" || host == "::1";
            const bool isShared = isEverywhere || interfaces.contains(host)
                || interfaces.contains('[' + host + ']')
                || (isLoopback && (interfaces.contains("loopback-only") || interfaces.contains("localhost")));
            if (!isShared)
                continue;
            report.add(context.placeOf(services[i]), {key.name, lineOf(context, services[j])}).related = {
                context.placeOf(services[j])};
            break;
        }
    }
}

void coreServiceMissing(const Context &context, Report &report)
{
    if (!context.hasMasterCf())
        return;
    static const QList<edits::ServiceSpec> needed{
        {.name = "pickup", .chroot = "y", .wakeup = "60", .processLimit = "1", .command = "pickup"},
        {.name = "cleanup", .isPrivate = "n", .chroot = "y", .processLimit = "0", .command = "cleanup"},
        {.name = "qmgr",
         .isPrivate = "n",
         .chroot = "n",
         .wakeup = "300",
         .processLimit = "1",
         .command = "qmgr"},
        {.name = "rewrite", .chroot = "y", .command = "trivial-rewrite"},
        {.name = "bounce", .chroot = "y", .processLimit = "0", .command = "bounce"},
        {.name = "defer", .chroot = "y", .processLimit = "0", .command = "bounce"},
        {.name = "error", .chroot = "y", .command = "error"},
        {.name = "retry", .chroot = "y", .command = "error"},
        {.name = "showq", .isPrivate = "n", .chroot = "y", .command = "showq"}};
    QByteArrayList missing;
    QList<edits::ServiceSpec> specs;
    for (const edits::ServiceSpec &spec : needed) {
        const bool isThere = std::any_of(
            context.services().begin(), context.services().end(), [&](const effective::Service &one) {
                return one.name == spec.name
                    && (one.type == "unix"
                        || (one.type == "fifo" && (spec.name == "qmgr" || spec.name == "pickup")));
            });
        if (isThere)
            continue;
        missing.append(spec.name);
        specs.append(spec);
    }
    if (missing.isEmpty())
        return;
    report.add(context.masterCfStart(), {missing.join(", ")}).fixes = {
        Fix{QT_TRANSLATE_NOOP("lint", "Add the missing services"), [specs](model::Draft &draft) {
                for (const edits::ServiceSpec &spec : specs)
                    addEntry(spec).apply(draft);
            }}};
}

void postlogMissing(const Context &context, Report &report)
{
    const Assignment *assigned = context.assignment("maillog_file");
    const bool isThere =
        std::any_of(context.services().begin(), context.services().end(), [](const effective::Service &one) {
            return one.name == "postlog" && one.type == "unix-dgram";
        });
    if (!context.hasMasterCf() || !assigned || context.value("maillog_file").isEmpty() || isThere)
        return;
    report.add(assigned->place()).fixes = {addEntry({.name = "postlog",
                                                     .type = "unix-dgram",
                                                     .isPrivate = "n",
                                                     .chroot = "n",
                                                     .processLimit = "1",
                                                     .command = "postlogd"})};
}

} // namespace lint
