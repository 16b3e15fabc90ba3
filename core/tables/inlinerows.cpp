// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tables/inlinerows.h"

#include "core/edits/parameteredits.h"
#include "core/edits/serviceedits.h"
#include "core/edits/tableedits.h"
#include "core/lookup/braces.h"
#include "core/lookup/inlinemap.h"
#include "core/syntax/listvalue.h"
#include "core/tables/exchange.h"

#include <QCoreApplication>

#include <algorithm>
#include <variant>

namespace tables {

namespace {

using edits::Outcome;
using edits::Refusal;

/// Where the text of a row stands between the outer braces.
struct Item
{
    syntax::ByteRange range;
    InlineRow row;
};

std::optional<model::FileKind> kindOfRows(const QByteArray &type)
{
    if (type == "pcre" || type == "regexp")
        return model::FileKind::Pattern;
    return type == "cidr" ? std::optional(model::FileKind::Cidr) : std::nullopt;
}

/// A line of a table of patterns or networks; nothing for a comment.
std::optional<InlineRow> rowOfLine(const QByteArray &line, model::FileKind kind)
{
    const syntax::Table table(syntax::Text(line + '\n', syntax::Text::Layout::Whole), kindOf(kind));
    if (table.rowCount() == 0 || !table.row(0).enabled)
        return std::nullopt;
    const syntax::Row row = table.row(0);
    if (row.form == syntax::Row::Form::Stray)
        return InlineRow{line};
    return InlineRow{rowKey(table, row), table.valueOf(row)};
}

QList<Item> itemsOf(const NamedTable &table)
{
    QList<Item> items;
    if (table.path.size() < 2)
        return items;
    const QByteArray inside = table.path.sliced(1, table.path.size() - 2);
    const QList<syntax::ListItem> words = syntax::listItems(inside);
    const std::optional<model::FileKind> kind = kindOfRows(table.type);
    if (!kind) {
        const lookup::InlinePairs read = lookup::readInline(table.path);
        for (qsizetype i = 0; read.problem.isEmpty() && i < std::min(words.size(), read.pairs.size()); ++i)
            items.append(Item{words[i].range, {read.pairs[i].first, read.pairs[i].second}});
        return items;
    }
    for (const syntax::ListItem &word : words) {
        const std::optional<QByteArray> line = lookup::strippedOfBraces(word.range.in(inside));
        if (!line)
            return {};
        if (const std::optional<InlineRow> row = rowOfLine(*line, *kind))
            items.append(Item{word.range, *row});
    }
    return items;
}

QByteArray writtenPair(const InlineRow &row)
{
    const auto isPlain = [](const QByteArray &text) {
        return std::none_of(text.begin(), text.end(), [](char c) {
            return c == ' ' || c == '\t' || c == ',' || c == '{' || c == '}' || c == '\r' || c == '\n';
        });
    };
    if (isPlain(row.key) && isPlain(row.value) && !row.value.isEmpty())
        return row.key + '=' + row.value;
    return "{ " + row.key + " = " + row.value + " }";
}

std::variant<QByteArray, Refusal> written(const InlineRow &row, const QByteArray &type)
{
    const std::optional<model::FileKind> kind = kindOfRows(type);
    if (!kind)
        return writtenPair(row);
    if (const Outcome refusal = edits::refusedNewRow(kindOf(*kind), {.key = row.key, .value = row.value}))
        return *refusal;
    const QByteArray line = (row.key + ' ' + row.value).trimmed();
    const QByteArray braced = '{' + line + '}';
    if (lookup::bracedSize(braced) != braced.size())
        return Refusal{
            Refusal::Reason::BadValue, line,
            type == "pcre"
                ? QCoreApplication::translate(
                    "tables",
                    "In a setting, Postfix takes every { with the next } as a pair, also in a pattern. Write "
                    "\\x7B for { and \\x7D for }, or keep the table in a file.")
                : QCoreApplication::translate(
                    "tables",
                    "In a setting, Postfix takes every { with the next } as a pair, also in a pattern. Keep "
                    "the table in a file.")};
    return braced;
}

/// How a change looks inside of the outer braces.
struct Change
{
    QList<InlineRow> wanted;
    QByteArray inside;
};

/// `before`, in main.cf, with `fresh` in its place: there a dollar is written twice.
bool replaceIn(QByteArray &value, const QByteArray &before, const QByteArray &fresh)
{
    const auto doubled = [](QByteArray text) { return text.replace('$', "$$"); };
    const QByteArray now = doubled(before);
    const qsizetype at = value.indexOf(now);
    if (at >= 0)
        value.replace(at, now.size(), doubled(fresh));
    return at >= 0;
}

/// Where the table is written as it is: the value with the other text in its place.
Outcome replaceText(model::Draft &draft, const UsedTable &table, const QByteArray &fresh)
{
    const QByteArray before = table.table.name();
    for (const Use &use : table.uses) {
        if (use.service.isEmpty()) {
            const syntax::Setting *setting = draft.mainCf().find(use.parameter);
            QByteArray value = setting ? draft.mainCf().valueOf(*setting) : QByteArray();
            if (replaceIn(value, before, fresh))
                return edits::setParameter(draft, use.parameter, value);
            continue;
        }
        const syntax::MasterCf &file = draft.masterCf();
        for (qsizetype i = 0; i < file.services().size(); ++i) {
            const syntax::Service &service = file.services()[i];
            const QByteArray name = file.fieldOf(service, syntax::ServiceField::Name).toByteArray() + '/'
                + file.fieldOf(service, syntax::ServiceField::Type).toByteArray();
            if (!service.enabled || name != use.service)
                continue;
            for (const syntax::Override &option : service.overrides) {
                QByteArray value = file.valueOf(option);
                if (option.enabled && file.nameOf(option) == use.parameter && replaceIn(value, before, fresh))
                    return edits::setOverride(draft, i, use.parameter, value);
            }
        }
    }
    return Refusal{Refusal::Reason::NotThere, before,
                   QCoreApplication::translate(
                       "tables", "It is put together from other parameters. Edit it where they are set.")};
}

Outcome take(model::Draft &draft, const UsedTable &table, const Change &change)
{
    NamedTable fresh = table.table;
    fresh.path = '{' + change.inside + '}';
    if (change.wanted.isEmpty())
        return Refusal{
            Refusal::Reason::BadValue, table.table.path,
            QCoreApplication::translate(
                "tables", "Postfix takes no table without rows. Remove the table from its setting.")};
    if (inlineRows(fresh) != change.wanted) {
        const QList<InlineRow> before = inlineRows(table.table);
        const auto other = std::find_if(change.wanted.begin(), change.wanted.end(),
                                        [&](const InlineRow &row) { return !before.contains(row); });
        return Refusal{Refusal::Reason::BadValue,
                       other == change.wanted.end() ? table.table.path : other->key};
    }
    return replaceText(draft, table, fresh.name());
}

QByteArray insideOf(const UsedTable &table)
{
    return table.table.path.sliced(1, table.table.path.size() - 2);
}

QList<InlineRow> rowsOf(const QList<Item> &items)
{
    QList<InlineRow> rows;
    for (const Item &item : items)
        rows.append(item.row);
    return rows;
}

} // namespace

bool hasInlineRows(const NamedTable &table)
{
    return table.type == "inline" || (kindOfRows(table.type) && table.path.startsWith('{'));
}

QList<InlineRow> inlineRows(const NamedTable &table)
{
    return rowsOf(itemsOf(table));
}

Outcome setInlineRow(model::Draft &draft, const UsedTable &table, qsizetype at,
                     const std::optional<InlineRow> &row)
{
    const QList<Item> items = itemsOf(table.table);
    if (row && at == items.size())
        return insertInlineRow(draft, table, at, *row);
    if (!hasInlineRows(table.table) || at < 0 || at >= items.size())
        return Refusal{Refusal::Reason::NotThere, table.table.name()};
    Change change{rowsOf(items), insideOf(table)};
    if (row) {
        const auto text = written(*row, table.table.type);
        if (const Refusal *refusal = std::get_if<Refusal>(&text))
            return *refusal;
        change.wanted[at] = *row;
        change.inside.replace(items[at].range.begin, items[at].range.size(), std::get<QByteArray>(text));
        return take(draft, table, change);
    }
    // With what separates it from the next, or from the one before.
    const bool isLast = at + 1 == items.size();
    const qsizetype begin = isLast && at > 0 ? items[at - 1].range.end : items[at].range.begin;
    const qsizetype end = isLast ? items[at].range.end : items[at + 1].range.begin;
    change.wanted.removeAt(at);
    change.inside.remove(begin, end - begin);
    return take(draft, table, change);
}

Outcome insertInlineRow(model::Draft &draft, const UsedTable &table, qsizetype before, const InlineRow &row)
{
    const QList<Item> items = itemsOf(table.table);
    if (!hasInlineRows(table.table) || table.table.path.size() < 2 || before < 0 || before > items.size())
        return Refusal{Refusal::Reason::NotThere, table.table.name()};
    const auto text = written(row, table.table.type);
    if (const Refusal *refusal = std::get_if<Refusal>(&text))
        return *refusal;
    Change change{rowsOf(items), insideOf(table)};
    change.wanted.insert(before, row);
    const auto &fresh = std::get<QByteArray>(text);
    if (before < items.size())
        change.inside.insert(items[before].range.begin, fresh + ", ");
    else
        change.inside.insert(items.isEmpty() ? 0 : items.last().range.end,
                             (items.isEmpty() ? "" : ", ") + fresh);
    return take(draft, table, change);
}

Outcome moveInlineRow(model::Draft &draft, const UsedTable &table, qsizetype from, qsizetype to)
{
    const QList<Item> items = itemsOf(table.table);
    const qsizetype first = std::min(from, to);
    const qsizetype second = std::max(from, to);
    if (!hasInlineRows(table.table) || first < 0 || second >= items.size() || second != first + 1)
        return Refusal{Refusal::Reason::NotThere, table.table.name()};
    Change change{rowsOf(items), insideOf(table)};
    const QByteArray upper = items[first].range.in(change.inside).toByteArray();
    const QByteArray lower = items[second].range.in(change.inside).toByteArray();
    change.inside.replace(items[second].range.begin, lower.size(), upper);
    change.inside.replace(items[first].range.begin, upper.size(), lower);
    change.wanted.swapItemsAt(first, second);
    return take(draft, table, change);
}

} // namespace tables
