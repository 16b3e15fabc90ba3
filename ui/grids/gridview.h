// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTableView>

#include <functional>

namespace ui {

/// A table to work in from the keyboard: Enter, F2 and typing edit the cell, Space checks the row's box, Tab
/// leaves the table. Rows are all of one height and no widget is made for them.
class GridView : public QTableView
{
    Q_OBJECT

public:
    explicit GridView(const QString &name, QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;

    /// Makes this the current cell and scrolls to it; -1 clears it.
    void setCurrentCell(int row, int column);
    int currentRow() const { return currentIndex().row(); }
    /// Those that are selected, in their order.
    QList<qsizetype> selectedRows() const;
    /// The same without the rows between: there can be a million of them.
    struct Span
    {
        qsizetype first = -1;
        qsizetype last = -1;
        qsizetype count = 0;
    };
    Span selectedSpan() const;

    /// Takes the boxes of several selected rows, in place of the model.
    using Switcher = std::function<void(const QList<qsizetype> &rows, bool isOn)>;
    void setSwitcher(Switcher switcher) { m_switcher = std::move(switcher); }

signals:
    /// A cell that is not edited here was double-clicked or Enter pressed on it.
    void opened(const QModelIndex &index);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void fitRows();

    Switcher m_switcher;
};

} // namespace ui
