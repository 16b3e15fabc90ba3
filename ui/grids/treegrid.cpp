// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/grids/treegrid.h"

#include "ui/grids/fielddelegate.h"
#include "ui/widgets/spacing.h"

#include <QHeaderView>
#include <QKeyEvent>

namespace ui {

TreeGrid::TreeGrid(const QString &name, int valueColumn, QWidget *parent)
    : QTreeView(parent), m_valueColumn(valueColumn)
{
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setUniformRowHeights(true);
    setIndentation(spacing::fields);
    setExpandsOnDoubleClick(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setItemDelegate(new FieldDelegate(this));
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header()->setHighlightSections(false);
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(false);
    connect(this, &QTreeView::doubleClicked, this, [this](const QModelIndex &index) {
        if (index.column() == m_valueColumn && index.flags() & Qt::ItemIsEditable)
            edit(index);
        else
            emit opened(index);
    });
}

void TreeGrid::setModel(QAbstractItemModel *model)
{
    QTreeView::setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, &TreeGrid::spanHeadings);
    spanHeadings();
}

void TreeGrid::spanHeadings()
{
    for (int row = 0; row < model()->rowCount(); ++row)
        setFirstColumnSpanned(row, {}, true);
}

void TreeGrid::setCurrentRow(const QModelIndex &index)
{
    for (QModelIndex above = index.parent(); above.isValid(); above = above.parent())
        setExpanded(above, true);
    setCurrentIndex(index);
    if (index.isValid())
        scrollTo(index);
}

void TreeGrid::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain = !(event->modifiers() & ~Qt::KeypadModifier);
    const bool wantsEdit =
        event->key() == Qt::Key_F2 || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (state() != EditingState && isPlain && wantsEdit && currentIndex().isValid()) {
        const QModelIndex value = currentIndex().siblingAtColumn(m_valueColumn);
        if (value.flags() & Qt::ItemIsEditable)
            edit(value);
        else if (event->key() != Qt::Key_F2)
            setExpanded(currentRow(), !isExpanded(currentRow()));
        return;
    }
    QTreeView::keyPressEvent(event);
}

} // namespace ui
