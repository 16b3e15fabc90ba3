// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tables/inlinerows.h"

#include "core/edits/parameteredits.h"
#include "core/edits/serviceedits.h"
#include "core/lookup/inlinemap.h"
#include "core/syntax/listvalue.h"

#include <QCoreApplication>

#include <algorithm>

namespace tables {

namespace {

using edits::Outcome;
using edits::Refusal;

QByteArray written(const InlineRow &row)
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

/// `text` with its braces.
QByteArray withRow(const QByteArray &text, qsizetype at, const std::optional<InlineRow> &row)
{
    const QByteArray inside = text.sliced(1, text.size() - 2);
    const QList<syntax::ListItem> items = syntax::listItems(inside);
    QByteArray fresh = inside;
    if (row && at < items.size()) {
        const syntax::ByteRange range = items[at].range;
        fresh.replace(range.begin, range.size(), written(*row));
    } else if (row) {
        const qsizetype end = items.isEmpty() ? 0 : items.last().range.end;
        fresh.insert(end, (items.isEmpty() ? "" : ", ") + written(*row));
    } else {
        // With what separates it from the next, or from the one before.
        const bool isLast = at + 1 == items.size();
        const qsizetype begin = isLast && at > 0 ? items[at - 1].range.end : items[at].range.begin;
        const qsizetype end = isLast ? items[at].range.end : items[at + 1].range.begin;
        fresh.remove(begin, end - begin);
    }
    return '{' + fresh + '}';
}

/// Where the table is written as it is: the value with the other text in its place.
Outcome replaceText(model::Draft &draft, const UsedTable &table, const QByteArray &fresh)
{
    const QByteArray before = table.table.name();
    for (const Use &use : table.uses) {
        if (use.service.isEmpty()) {
            const syntax::Setting *setting = draft.mainCf().find(use.parameter);
            QByteArray value = setting ? draft.mainCf().valueOf(*setting) : QByteArray();
            if (const qsizetype at = value.indexOf(before); at >= 0)
                return edits::setParameter(draft, use.parameter, value.replace(at, before.size(), fresh));
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
                const qsizetype at = value.indexOf(before);
                if (option.enabled && file.nameOf(option) == use.parameter && at >= 0)
                    return edits::setOverride(draft, i, use.parameter,
                                              value.replace(at, before.size(), fresh));
            }
        }
    }
    return Refusal{Refusal::Reason::NotThere, before,
                   QCoreApplication::translate(
                       "tables", "It is put together from other parameters. Edit it where they are set.")};
}

} // namespace

QList<InlineRow> inlineRows(const QByteArray &text)
{
    QList<InlineRow> rows;
    for (const auto &[key, value] : lookup::readInline(text).pairs)
        rows.append(InlineRow{key, value});
    return rows;
}

Outcome setInlineRow(model::Draft &draft, const UsedTable &table, qsizetype at,
                     const std::optional<InlineRow> &row)
{
    const QByteArray &text = table.table.path;
    QList<InlineRow> wanted = inlineRows(text);
    const bool isNew = row && at == wanted.size();
    if (table.table.type != "inline" || text.size() < 2 || at < 0 || (at >= wanted.size() && !isNew))
        return Refusal{Refusal::Reason::NotThere, table.table.name()};
    if (isNew)
        wanted.append(*row);
    else if (row)
        wanted[at] = *row;
    else
        wanted.removeAt(at);
    if (wanted.isEmpty())
        return Refusal{
            Refusal::Reason::BadValue, text,
            QCoreApplication::translate(
                "tables", "Postfix takes no table without rows. Remove the table from its setting.")};
    const QByteArray fresh = withRow(text, at, row);
    if (inlineRows(fresh) != wanted)
        return Refusal{Refusal::Reason::BadValue, row ? row->key : text};
    return replaceText(draft, table, table.table.type + ':' + fresh);
}

} // namespace tables
