// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rules/tabletypes.h"

#include "core/lint/mending.h"
#include "core/lint/references.h"
#include "core/lint/rowreport.h"
#include "core/lint/serverfiles.h"
#include "core/lint/words.h"

namespace lint {

namespace {

using effective::noService;

bool isBerkeleyDb(const QByteArray &type)
{
    return type == "hash" || type == "btree";
}

/// Calls visit(table) for the tables that the admin named.
template<typename Visit>
void forEachWrittenTable(const Context &context, Visit visit)
{
    for (const NamedTable &table : namedTables(context)) {
        const bool isInClass = !context.factsOf(table.parameter);
        if (isInClass || context.assignment(table.parameter, table.service))
            visit(table);
    }
}

/// The type to use in place of one that isn't there; empty when none is like it.
QByteArray substituteFor(const Context &context, const QByteArray &type)
{
    const QSet<QByteArray> &types = context.target().tableTypes;
    if (const auto closest = closestOf(type, QByteArrayList(types.begin(), types.end())))
        return *closest;
    static const QSet<QByteArray> indexed{"sdbm", "dbm", "cdb", "lmdb", "hash", "btree"};
    if (!indexed.contains(type))
        return type == "pcre" && types.contains("regexp") ? "regexp" : QByteArray();
    for (const QByteArray &other :
         {context.target().defaultTableType, QByteArray("lmdb"), QByteArray("cdb")}) {
        if (types.contains(other))
            return other;
    }
    return {};
}

void offerType(Finding &finding, const NamedTable &table, const QByteArray &type)
{
    if (const auto fix = type.isEmpty()
            ? std::nullopt
            : retype(table, QT_TRANSLATE_NOOP("lint", "Use a type that is there"), type))
        finding.fixes = {*fix};
}

/// What proxy_read_maps or proxy_write_maps lets through.
struct Approved
{
    QSet<QByteArray> tables;
    QSet<QByteArray> parameters; ///< as `$parameter`
};

Approved approvedBy(const Context &context, const QByteArray &list)
{
    Approved approved;
    for (const TableUse &table : tablesOf(context, list))
        approved.tables.insert(table.type + ':' + table.name);
    if (const auto definition = context.definition(list)) {
        const QByteArrayList names = namesIn(definition->text);
        approved.parameters = QSet<QByteArray>(names.begin(), names.end());
    }
    return approved;
}

} // namespace

void unsupportedType(const Context &context, Report &report)
{
    const QSet<QByteArray> &types = context.target().tableTypes;
    forEachWrittenTable(context, [&](const NamedTable &table) {
        const QByteArray &type = table.use.type;
        if (types.contains(type) || isBerkeleyDb(type))
            return;
        offerType(report.add(table.place(context), {type}), table, substituteFor(context, type));
    });
}

void berkeleyDbGone(const Context &context, Report &report)
{
    const QSet<QByteArray> &types = context.target().tableTypes;
    if (types.contains("hash") || types.contains("btree"))
        return;
    forEachWrittenTable(context, [&](const NamedTable &table) {
        const QByteArray substitute = substituteFor(context, "hash");
        if (isBerkeleyDb(table.use.type))
            offerType(report.add(table.place(context), {table.use.type, substitute}), table, substitute);
    });
}

// authorize_proxied_maps() and proxymap_request() in src/proxymap/proxymap.c.
void proxyNotApproved(const Context &context, Report &report)
{
    for (const QByteArray list : {"proxy_read_maps", "proxy_write_maps"}) {
        const Assignment *assigned = context.assignment(list);
        if (!assigned)
            continue;
        const Approved approved = approvedBy(context, list);
        forEachWrittenTable(context, [&](const NamedTable &table) {
            const bool isMeant = table.use.isProxied && table.parameter != "proxy_read_maps"
                && table.parameter != "proxy_write_maps"
                && isCache(table.parameter) == (list == "proxy_write_maps");
            if (!isMeant || approved.tables.contains(table.use.type + ':' + table.use.name)
                || approved.parameters.contains(table.parameter))
                return;
            Finding &finding = report.add(table.place(context), {list});
            finding.related = {assigned->place()};
            finding.fixes = {setValue(*assigned, QT_TRANSLATE_NOOP("lint", "Add the parameter to the list"),
                                      (assigned->definition.text + " $" + table.parameter).trimmed())};
        });
    }
}

} // namespace lint
