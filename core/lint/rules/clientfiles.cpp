// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rules/clientfiles.h"

#include "core/edits/tableedits.h"
#include "core/lint/assigned.h"
#include "core/lint/mending.h"
#include "core/lint/namedtables.h"
#include "core/lint/words.h"

#include <algorithm>

namespace lint {

namespace {

using model::Place;

/// Calls visit(type, file, content) for the files of database clients that are open, each once.
template<typename Visit>
void forEachClientFile(const Context &context, Visit visit)
{
    static const QSet<QByteArray> types{"ldap", "mysql", "pgsql", "sqlite", "memcache", "mongodb"};
    QSet<std::pair<QByteArray, int>> seen;
    for (const NamedTable &table : namedTables(context)) {
        const auto file = types.contains(table.use.type) ? context.fileOf(table.use.name) : std::nullopt;
        if (!file || seen.contains({table.use.type, static_cast<int>(*file)}))
            continue;
        seen.insert({table.use.type, static_cast<int>(*file)});
        visit(table.use.type, *file, syntax::MainCf(context.file(*file).text().bytes()));
    }
}

// db_common_expand() in src/global/db_common.c.
bool usesKey(const QByteArray &query)
{
    for (qsizetype at = query.indexOf('%'); at >= 0 && at + 1 < query.size();
         at = query.indexOf('%', at + 2)) {
        if (QByteArrayView("sudSUD123456789").contains(query[at + 1]))
            return true;
    }
    return false;
}

/// The keys of tables of passwords; nothing when one of the tables isn't known, or has patterns.
std::optional<QList<TableRow>> passwordRows(const Context &context, qsizetype service)
{
    QList<TableRow> rows;
    bool isAny = false;
    for (const Word &word : context.traced("smtp_sasl_password_maps", service).words()) {
        const auto table = tableIn(context, word);
        const bool isKeyed = table && table->isKnown
            && (table->isIndexed() || table->type == "texthash" || table->type == "inline");
        if (!isKeyed)
            return std::nullopt;
        isAny = true;
        rows += rowsOf(context, *table);
    }
    return isAny ? std::optional(rows) : std::nullopt;
}

QByteArray hostIn(const QByteArray &nextHop)
{
    const qsizetype close = nextHop.indexOf(']');
    return nextHop.startsWith('[') && close > 0 ? nextHop.sliced(1, close - 1) : QByteArray();
}

} // namespace

void clientFileUnknownKey(const Context &context, Report &report)
{
    forEachClientFile(
        context, [&](const QByteArray &type, model::FileId file, const syntax::MainCf &content) {
            QByteArrayList known;
            for (const catalog::ClientKey *key : context.reference().clientKeys(type))
                known.append(key->key.toByteArray());
            for (const syntax::Setting &setting : content.settings()) {
                const QByteArray name = content.nameOf(setting).toByteArray();
                if (!setting.enabled || known.contains(name))
                    continue;
                Finding &finding = report.add(Place{file, setting.name}, {name, type});
                if (const auto closest = closestOf(name, known))
                    finding.fixes = {
                        replaceText(QT_TRANSLATE_NOOP("lint", "Write the key that is most similar"), file,
                                    setting.name, name, *closest)};
            }
        });
}

void clientQueryWithoutKey(const Context &context, Report &report)
{
    forEachClientFile(context,
                      [&](const QByteArray &type, model::FileId file, const syntax::MainCf &content) {
                          static const QSet<QByteArray> sql{"mysql", "pgsql", "sqlite"};
                          const bool isSql = sql.contains(type);
                          const syntax::Setting *query = isSql ? content.find("query")
                              : type == "ldap"                 ? content.find("query_filter")
                                                               : nullptr;
                          if (query && !usesKey(content.valueOf(*query)))
                              report.add(Place{file, query->name});
                      });
}

// smtp_sasl_passwd_lookup() in src/smtp/smtp_sasl_glue.c.
void saslKeyMismatch(const Context &context, Report &report)
{
    forEachValueOf(context, "relayhost", [&](const Assignment &assignment, const TracedValue &value) {
        const QList<Word> hops = value.words();
        const auto rows = passwordRows(context, assignment.service);
        if (hops.size() != 1 || !rows)
            return;
        const QByteArray hop = hops.first().text;
        const bool bySender = context.isOn("smtp_sender_dependent_authentication", assignment.service);
        const bool isFound = std::any_of(rows->begin(), rows->end(), [&](const TableRow &row) {
            const QByteArray key = row.key.toLower();
            return key == hop.toLower() || key == hostIn(hop).toLower() || (bySender && key.contains('@'));
        });
        if (isFound)
            return;
        constexpr qsizetype most = 3;
        QByteArrayList keys;
        for (const TableRow &row : *rows) {
            if (keys.size() < most)
                keys.append(row.key);
        }
        Finding &finding = report.add(assignment.place(), {hop, keys.isEmpty() ? "-" : keys.join(", ")});
        if (rows->size() == 1 && rows->first().place.file != model::FileId::MainCf
            && !rows->first().key.contains('@'))
            finding.fixes = {replaceText(QT_TRANSLATE_NOOP("lint", "Rename the key of the password"),
                                         rows->first().place.file, rows->first().place.range,
                                         rows->first().key, hop)};
    });
}

} // namespace lint
