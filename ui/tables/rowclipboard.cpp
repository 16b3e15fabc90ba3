// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/tables/rowclipboard.h"

#include "core/tables/csv.h"
#include "ui/grids/tablerowsmodel.h"

#include <algorithm>

namespace ui {

QString copiedText(const TableRowsModel &model, const QList<qsizetype> &rows)
{
    QList<QByteArrayList> records;
    for (const qsizetype row : rows) {
        QByteArrayList cells;
        for (int column = TableRowsModel::KeyColumn; column < model.columnCount(); ++column)
            cells.append(model.cell(static_cast<int>(row), column));
        records.append(cells);
    }
    const bool hasRemarks = model.remarkColumn() >= 0
        && std::ranges::any_of(records, [](const QByteArrayList &cells) { return !cells.last().isEmpty(); });
    if (model.remarkColumn() >= 0 && !hasRemarks) {
        for (QByteArrayList &cells : records)
            cells.removeLast();
    }
    return QString::fromUtf8(tables::writtenCsv(records, '\t'));
}

tables::Import pastedRows(const QString &text, const tables::Layout &layout, syntax::TableKind kind)
{
    return tables::importedRows(text.toUtf8(), layout, kind);
}

bool isOneCell(const QString &text)
{
    const QString line = text.trimmed();
    return !line.contains(u'\n') && !text.contains(u'\t');
}

} // namespace ui
