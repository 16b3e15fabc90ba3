// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tables/rowkeys.h"

#include <limits>

namespace tables {

using syntax::Row;
using syntax::TableKind;

namespace {

/// A key whose bytes stand in its row as they are.
bool isWrittenAsItIs(const QByteArray &key, TableKind kind)
{
    return !key.isEmpty()
        && (kind == TableKind::KeyValue || kind == TableKind::Cidr
            || (kind == TableKind::Aliases && !key.contains('"') && !key.contains('\\')));
}

} // namespace

RowNumbers rowsOfKey(const model::File &file, const QByteArray &key, bool areOff)
{
    const syntax::Table &table = *file.table();
    const bool hasCase = table.kind() == TableKind::Pattern || table.kind() == TableKind::Cidr;
    RowNumbers rows;
    const auto look = [&](quint32 number) {
        const Row row = table.row(number);
        const bool isEntry = row.form == Row::Form::Entry || row.form == Row::Form::Stray;
        if (isEntry && row.enabled != areOff
            && table.keyOf(row).compare(key, hasCase ? Qt::CaseSensitive : Qt::CaseInsensitive) == 0)
            rows.append(number);
    };
    if (isWrittenAsItIs(key, table.kind())) {
        constexpr qsizetype all = std::numeric_limits<qsizetype>::max();
        RowFilter filter(file, key);
        for (const quint32 number : filter.next(all, all))
            look(number);
        return rows;
    }
    for (qsizetype i = 0; i < table.rowCount(); ++i)
        look(static_cast<quint32>(i));
    return rows;
}

} // namespace tables
