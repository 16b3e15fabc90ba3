// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/delivery/tree.h"

#include <QAbstractItemModel>

namespace ui {

/// The way of a recipient as a tree: each node with what happens there and where that is said.
class ExpansionModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { AddressColumn, WordsColumn, PlaceColumn, ColumnCount };

    using QAbstractItemModel::QAbstractItemModel;

    void setTree(const delivery::Tree &tree);
    const delivery::Tree &tree() const { return m_tree; }
    const delivery::Node &node(const QModelIndex &index) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QModelIndex indexOf(int node, int column) const;

    delivery::Tree m_tree;
};

/// The icon of what happens at a node.
QIcon nodeIcon(const delivery::Node &node);

} // namespace ui
