// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/lookup/lookuprows.h"

#include <QAbstractTableModel>

namespace ui {

/// What happened when tables were asked, in the order in which Postfix asks.
class LookupModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { KeyColumn, AnswerColumn, PlaceColumn, TableColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(const QList<LookupRow> &rows);
    const QList<LookupRow> &rows() const { return m_rows; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const LookupRow &row, int column) const;

    QList<LookupRow> m_rows;
};

} // namespace ui
