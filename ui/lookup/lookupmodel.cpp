// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/lookup/lookupmodel.h"

#include "ui/widgets/colors.h"
#include "ui/widgets/icon.h"

#include <QApplication>
#include <QFont>
#include <QPalette>

namespace ui {

using Kind = LookupRow::Kind;

namespace {

QString iconOf(Kind kind)
{
    switch (kind) {
    case Kind::Found:
        return QStringLiteral("check");
    case Kind::NotFound:
        return QStringLiteral("minus");
    case Kind::Failed:
    case Kind::Hitch:
        return QStringLiteral("triangle-alert");
    case Kind::Detail:
    case Kind::Other:
        return QStringLiteral("arrow-right");
    }
    return {};
}

bool isStep(Kind kind)
{
    return kind == Kind::Found || kind == Kind::NotFound || kind == Kind::Failed;
}

} // namespace

void LookupModel::setRows(const QList<LookupRow> &rows)
{
    if (rows == m_rows)
        return;
    if (rows.size() == m_rows.size()) {
        m_rows = rows;
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int LookupModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int LookupModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString LookupModel::text(const LookupRow &row, int column) const
{
    switch (column) {
    case KeyColumn:
        return row.key;
    case AnswerColumn:
        return row.answer;
    case PlaceColumn:
        return row.placeText;
    default:
        return row.table;
    }
}

QVariant LookupModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const LookupRow &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(row, index.column());
    case Qt::DecorationRole:
        return index.column() == KeyColumn ? QVariant(icon(iconOf(row.kind), IconColor::Muted)) : QVariant();
    case Qt::FontRole: {
        QFont font = QApplication::font();
        font.setBold(row.kind == Kind::Found && index.column() == AnswerColumn);
        return font;
    }
    case Qt::ForegroundRole: {
        const Colors &colors = colorsFor(QApplication::palette());
        if (row.kind == Kind::Failed || row.kind == Kind::Hitch)
            return index.column() == AnswerColumn ? QVariant(colors.warning) : QVariant();
        const bool isQuiet = row.kind == Kind::NotFound || !isStep(row.kind) || index.column() >= PlaceColumn;
        return isQuiet ? QVariant(colors.muted) : QVariant();
    }
    case Qt::AccessibleTextRole:
        //: a line of the lookup tester as a reader says it: the key, the table, its answer, the row's place
        return index.column() == KeyColumn
            ? tr("%1, %2, %3, %4").arg(row.key, row.table, row.answer, row.placeText)
            : text(row, index.column());
    default:
        return {};
    }
}

QVariant LookupModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case KeyColumn:
        return tr("Postfix asks for");
    case AnswerColumn:
        return tr("Answer");
    case PlaceColumn:
        return tr("Row");
    default:
        return tr("Table");
    }
}

} // namespace ui
