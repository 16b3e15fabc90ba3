// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/grids/gridview.h"

#include "ui/widgets/spacing.h"

#include <QHeaderView>
#include <QItemSelectionModel>
#include <QKeyEvent>

#include <algorithm>

namespace ui {

GridView::GridView(const QString &name, QWidget *parent) : QTableView(parent)
{
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
                    | QAbstractItemView::AnyKeyPressed);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    fitRows();
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex &index) {
        if (!(index.flags() & Qt::ItemIsEditable))
            emit opened(index);
    });
}

void GridView::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    // Columns are never selected; to see that, the header would look at every row that is.
    horizontalHeader()->setSelectionModel(new QItemSelectionModel(model, this));
    horizontalHeader()->setMinimumSectionSize(fontMetrics().averageCharWidth() * 4);
}

void GridView::setCurrentCell(int row, int column)
{
    const QModelIndex index = row < 0 ? QModelIndex() : model()->index(row, std::max(column, 0));
    // Alone, whatever keys are held: those of a shortcut, perhaps.
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (index.isValid())
        scrollTo(index);
    else
        clearSelection();
}

QList<qsizetype> GridView::selectedRows() const
{
    QList<qsizetype> rows;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.append(row);
    }
    std::ranges::sort(rows);
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

GridView::Span GridView::selectedSpan() const
{
    Span span;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        span.first = span.count == 0 ? range.top() : std::min<qsizetype>(span.first, range.top());
        span.last = std::max<qsizetype>(span.last, range.bottom());
        span.count += range.height();
    }
    return span;
}

void GridView::keyPressEvent(QKeyEvent *event)
{
    if (state() == EditingState) { // what the editor left over
        QTableView::keyPressEvent(event);
        return;
    }
    const QModelIndex current = currentIndex();
    const bool isPlain = !(event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
    if (current.isValid() && isPlain && event->key() == Qt::Key_Space) {
        const QModelIndex box = current.siblingAtColumn(0);
        if (box.flags() & Qt::ItemIsUserCheckable) {
            const bool isOn = box.data(Qt::CheckStateRole).toInt() == Qt::Checked;
            if (const QList<qsizetype> rows = selectedRows(); m_switcher && rows.size() > 1) {
                m_switcher(rows, !isOn);
                return;
            }
            model()->setData(box, isOn ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
            return;
        }
    }
    if (current.isValid() && isPlain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        if (current.flags() & Qt::ItemIsEditable)
            edit(current);
        else
            emit opened(current);
        return;
    }
    QTableView::keyPressEvent(event);
}

void GridView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitRows();
}

void GridView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    viewport()->update(); // the frame of the cell that was left
}

void GridView::fitRows()
{
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + spacing::parts);
}

} // namespace ui
