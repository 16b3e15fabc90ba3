// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rules/performance.h"

#include "core/lint/assigned.h"
#include "core/lint/listeners.h"
#include "core/lint/mending.h"
#include "core/lint/tables.h"

namespace lint {

namespace {

template<typename IsBad>
void forBadNumbers(const Context &context, const QByteArray &name, Report &report, IsBad isBad,
                   const char *title = nullptr, const QByteArray &better = {})
{
    forEachValueOf(context, name, [&](const Assignment &assignment, const TracedValue &value) {
        const auto number = context.number(name, assignment.service);
        if (!number || !isBad(*number))
            return;
        Finding &finding = report.add(assignment.place(), {value.text().trimmed()});
        if (title)
            finding.fixes = {setValue(assignment, title, better)};
    });
}

bool isDigits(QByteArrayView text)
{
    bool isNumber = false;
    return text.toLongLong(&isNumber) >= 0 && isNumber;
}

} // namespace

void processLimitExtreme(const Context &context, Report &report)
{
    constexpr qint64 fewest = 20;
    constexpr qint64 most = 2000;
    forBadNumbers(
        context, "default_process_limit", report, [](qint64 n) { return n < fewest || n > most; },
        QT_TRANSLATE_NOOP("lint", "Write 100"), "100");
}

void serialSmtpd(const Context &context, Report &report)
{
    constexpr qint64 most = 4;
    for (const Listener &listener : context.listeners()) {
        if (!listener.place || listener.isLoopback)
            continue;
        const effective::Service &service = context.services()[listener.service];
        const QByteArrayView limit = context.fieldOf(service, syntax::ServiceField::ProcessLimit);
        if (isDigits(limit) && limit.toLongLong() >= 1 && limit.toLongLong() <= most)
            report.add(*listener.place, {limit.toByteArray()}).fixes = {
                setField(service, syntax::ServiceField::ProcessLimit,
                         QT_TRANSLATE_NOOP("lint", "Use the default"), "-")};
    }
}

void clientLimitIdle(const Context &context, Report &report)
{
    const Assignment *assigned = context.assignment("smtpd_client_connection_count_limit");
    const auto limit = context.number("smtpd_client_connection_count_limit");
    if (!assigned || !limit)
        return;
    auto processes = context.number("default_process_limit");
    for (const Listener &listener : context.listeners()) {
        if (!listener.place || !isMailExchanger(listener))
            continue;
        const effective::Service &service = context.services()[listener.service];
        const QByteArrayView field = context.fieldOf(service, syntax::ServiceField::ProcessLimit);
        if (isDigits(field))
            processes = field.toLongLong();
        break;
    }
    const bool isUnlimited = processes && *processes == 0;
    if (*limit == 0 || (processes && !isUnlimited && *limit >= *processes)) {
        Finding &finding = report.add(assigned->place(), {QByteArray::number(processes.value_or(0))});
        if (processes && *processes > 1)
            finding.fixes = {setValue(*assigned, QT_TRANSLATE_NOOP("lint", "Write half of the process limit"),
                                      QByteArray::number(*processes / 2))};
    }
}

void unlimitedMessageSize(const Context &context, Report &report)
{
    forBadNumbers(context, "message_size_limit", report, [](qint64 n) { return n == 0; });
}

void tinyMessageSize(const Context &context, Report &report)
{
    constexpr qint64 least = 1'000'000;
    constexpr qint64 megabytes = 1000;
    forEachValueOf(
        context, "message_size_limit", [&](const Assignment &assignment, const TracedValue &value) {
            const auto number = context.number("message_size_limit", assignment.service);
            if (!number || *number < 1 || *number >= least)
                return;
            Finding &finding = report.add(assignment.place(), {value.text().trimmed()});
            const QByteArray bytes = QByteArray::number(*number * 1024 * 1024);
            if (*number < megabytes)
                finding.fixes = {withMailboxRoom(
                    context, assignment,
                    setValue(assignment, QT_TRANSLATE_NOOP("lint", "Take it as megabytes"), bytes), bytes)};
        });
}

void concurrencyExtreme(const Context &context, Report &report)
{
    constexpr qint64 most = 100;
    forEachValue(context, [&](const Assignment &assignment, const TracedValue &value) {
        if (!assignment.name.endsWith("_destination_concurrency_limit"))
            return;
        const auto number = context.number(assignment.name, assignment.service);
        if (number && *number > most)
            report.add(assignment.place(), {value.text().trimmed()}).fixes = {
                setValue(assignment, QT_TRANSLATE_NOOP("lint", "Write 20"), "20")};
    });
}

void queueScanTooOften(const Context &context, Report &report)
{
    constexpr qint64 least = 60;
    forEachValueOf(context, "queue_run_delay", [&](const Assignment &assignment, const TracedValue &value) {
        const auto seconds = context.duration("queue_run_delay", assignment.service);
        if (seconds && *seconds < least)
            report.add(assignment.place(), {value.text().trimmed()}).fixes = {
                setValue(assignment, QT_TRANSLATE_NOOP("lint", "Write 300s"), "300s")};
    });
}

void sqlWithoutProxy(const Context &context, Report &report)
{
    static const QSet<QByteArray> types{"mysql", "pgsql", "ldap", "mongodb"};
    forEachAssignment(context, [&](const Assignment &assignment) {
        const catalog::Facts *facts = assignment.isInForce ? assignment.facts : nullptr;
        const bool isRead = facts
            && (facts->isReadBy("smtpd") || facts->isReadBy("cleanup") || facts->isReadBy("trivial-rewrite"));
        if (!isRead || assignment.name.endsWith("_password_maps"))
            return;
        for (const TableUse &table : tablesOf(context, assignment.name, assignment.service)) {
            if (!types.contains(table.type) || table.isProxied)
                continue;
            Finding &finding = report.add(context.placeOf(table.word, assignment.name, assignment.service),
                                          {table.word.text});
            if (table.word.place && table.word.isWhole && !table.word.text.startsWith('{'))
                finding.fixes = {replaceText(QT_TRANSLATE_NOOP("lint", "Share connections with proxy:"),
                                             table.word.place->file, table.word.place->range, table.word.text,
                                             "proxy:" + table.word.text)};
            break;
        }
    });
}

} // namespace lint
