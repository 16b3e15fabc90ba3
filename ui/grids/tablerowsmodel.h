// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/edits/refusal.h"
#include "core/model/changes.h"
#include "ui/grids/tableshape.h"

#include <QAbstractTableModel>

#include <optional>

namespace ui {

class EditSession;

/// The rows of one table in file order, switched-off ones among them. Row and index of the row are the same
/// number. Holds none of them, so that there can be a million.
class TableRowsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum { OnColumn = 0, KeyColumn };

    TableRowsModel(EditSession &session, const TableShape &shape, QObject *parent = nullptr);

    /// Nothing: no table.
    void setTable(std::optional<model::FileId> file);
    const std::optional<model::FileId> &table() const { return m_file; }
    /// Columns that are secret show what they hold.
    void setRevealed(bool isRevealed);
    bool isMasked(int column) const;
    bool isEditable() const;
    model::Place placeOf(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

private:
    const syntax::Table *current() const;
    QByteArray text(const syntax::Row &row, int column) const;
    QString keyOf(int row) const;
    void follow(const model::Changes &changes);

    EditSession &m_session;
    const TableShape &m_shape;
    std::optional<model::FileId> m_file;
    int m_count = 0;
    bool m_isRevealed = false;
};

/// A refusal that says nothing of the value of a row of such tables.
edits::Outcome withoutSecret(edits::Outcome outcome, const TableShape &shape);

} // namespace ui
