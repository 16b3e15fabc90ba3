// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/tables.h"

#include "core/lint/words.h"
#include "core/syntax/listvalue.h"

#include <algorithm>

namespace lint {

namespace {

using model::Place;

/// "{ a = b }, { c = d }" or "a=b, c=d" between the braces of inline:{ ... }.
QList<TableRow> inlineRows(const TableUse &table)
{
    QList<TableRow> rows;
    QByteArray text = table.name;
    if (!text.startsWith('{') || !text.endsWith('}') || !table.word.place)
        return rows;
    text = text.sliced(1, text.size() - 2);
    for (const syntax::ListItem &item : syntax::listItems(text)) {
        QByteArray pair = item.range.in(text).toByteArray();
        if (item.isGroup)
            pair = pair.sliced(1, pair.size() - 2);
        const qsizetype equals = pair.indexOf('=');
        if (equals > 0)
            rows.append(
                TableRow{pair.first(equals).trimmed(), pair.sliced(equals + 1).trimmed(), *table.word.place});
    }
    return rows;
}

syntax::TableKind kindOf(const TableUse &table)
{
    return table.isPattern()   ? syntax::TableKind::Pattern
        : table.type == "cidr" ? syntax::TableKind::Cidr
                               : syntax::TableKind::KeyValue;
}

/// The rows of files that were asked for already.
struct RowsOfFile
{
    std::optional<syntax::Text> text = {};
    QList<TableRow> rows = {};
};

struct KnownRows
{
    mutable QHash<std::pair<int, int>, RowsOfFile> files = {}; ///< by file and kind
};

QList<TableRow> rowsIn(const model::File &file, syntax::TableKind kind, model::FileId id)
{
    QList<TableRow> rows;
    std::optional<syntax::Table> own; // for a file that was not taken for a table
    if (!file.table())
        own.emplace(syntax::Text(file.text().bytes(), syntax::Text::Layout::Chunked), kind);
    const syntax::Table *content = own ? &*own : file.table();
    constexpr qsizetype most = 100'000; // more than that is looked at by the rules of tables alone
    if (content->rowCount() > most)
        return rows;
    for (qsizetype i = 0; i < content->rowCount(); ++i) {
        const syntax::Row row = content->row(i);
        if (row.enabled && row.form == syntax::Row::Form::Entry)
            rows.append(TableRow{content->keyOf(row), content->valueOf(row), Place{id, row.key}});
    }
    return rows;
}

} // namespace

bool TableUse::isIndexed() const
{
    static const QSet<QByteArray> types{"hash", "btree", "lmdb", "cdb", "dbm", "sdbm"};
    return types.contains(type);
}

std::optional<TableUse> tableIn(const Context &context, const Word &word)
{
    TableUse table{.word = word};
    QByteArray text = word.text;
    if (text.startsWith('{')) {
        const QByteArray inside = text.sliced(1);
        const QList<syntax::ListItem> items = syntax::listItems(inside);
        if (items.isEmpty())
            return std::nullopt;
        text = items.first().range.in(inside).toByteArray();
    }
    for (const QByteArray wrapper : {"proxy:", "debug:", "proxy:"}) {
        if (text.startsWith(wrapper)) {
            table.isProxied = table.isProxied || wrapper == "proxy:";
            text = text.sliced(wrapper.size());
        }
    }
    const qsizetype colon = text.indexOf(':');
    if (colon <= 0)
        return std::nullopt;
    table.type = text.first(colon);
    table.name = text.sliced(colon + 1);
    static const QSet<QByteArray> fileTypes{"hash", "btree",    "lmdb",   "cdb",  "dbm",
                                            "sdbm", "texthash", "regexp", "pcre", "cidr"};
    if (fileTypes.contains(table.type)) {
        table.file = context.fileOf(table.name);
    }
    table.isKnown = table.file || table.type == "static" || table.type == "inline";
    return table;
}

QList<TableUse> tablesOf(const Context &context, QByteArrayView parameter, qsizetype service)
{
    QList<TableUse> tables;
    for (const Word &word : context.traced(parameter, service).words()) {
        if (const auto table = tableIn(context, word))
            tables.append(*table);
    }
    return tables;
}

QList<TableRow> rowsOf(const Context &context, const TableUse &table)
{
    if (table.type == "inline")
        return inlineRows(table);
    if (table.type == "static") {
        QByteArray value = table.name;
        if (value.startsWith('{') && value.endsWith('}'))
            value = value.sliced(1, value.size() - 2).trimmed();
        return {TableRow{{}, value, table.word.place.value_or(context.mainCfStart())}};
    }
    if (!table.file)
        return {};
    const KnownRows &known = context.once<KnownRows>([](const Context &) { return KnownRows(); });
    const auto key = std::pair(static_cast<int>(*table.file), static_cast<int>(kindOf(table)));
    if (const auto found = known.files.constFind(key); found != known.files.cend())
        return found->rows;
    const model::File &file = context.file(*table.file);
    const KnownRows *previous = context.previous<KnownRows>();
    const RowsOfFile before = previous ? previous->files.value(key) : RowsOfFile();
    const bool isSame = before.text && *before.text == file.text();
    const QList<TableRow> rows = isSame ? before.rows : rowsIn(file, kindOf(table), *table.file);
    known.files.insert(key, RowsOfFile{file.text(), rows});
    return rows;
}

bool isCatchAll(const TableUse &table, const TableRow &row)
{
    if (table.type == "cidr") {
        const auto network = networkOf(row.key);
        return network && network->length == 0;
    }
    if (!table.isPattern() || row.key.size() < 2)
        return false;
    const QByteArray body =
        row.key.sliced(1, std::max<qsizetype>(0, row.key.lastIndexOf(row.key.front()) - 1));
    static const QSet<QByteArray> all{"", ".", "^", "$", ".*", "^.*", "^.*$", ".*$", ".+", "^.+$", "^."};
    return all.contains(body);
}

} // namespace lint
