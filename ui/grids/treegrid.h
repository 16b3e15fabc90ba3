// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTreeView>

namespace ui {

/// A tree of rows to work in from the keyboard: letters jump to a row, Enter and F2 edit the row's value, Tab
/// leaves the tree. Rows are all of one height; those at the top are headings across all columns.
class TreeGrid : public QTreeView
{
    Q_OBJECT

public:
    /// `valueColumn` is the one to edit.
    TreeGrid(const QString &name, int valueColumn, QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;

    /// The row with the current cell, as the index of its first column.
    QModelIndex currentRow() const { return currentIndex().siblingAtColumn(0); }
    /// Makes this row the current one, opens what it is in, and scrolls to it.
    void setCurrentRow(const QModelIndex &index);

signals:
    /// A cell other than the value was double-clicked, or a value that can't be edited here.
    void opened(const QModelIndex &index);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void spanHeadings();

    int m_valueColumn;
};

} // namespace ui
