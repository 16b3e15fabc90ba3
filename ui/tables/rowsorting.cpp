// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/whendone.h"
#include "core/tables/sorting.h"
#include "ui/grids/gridview.h"
#include "ui/grids/tablerowsmodel.h"
#include "ui/session/editsession.h"
#include "ui/tables/tableeditor.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/textlabel.h"

#include <QVBoxLayout>
#include <QtConcurrent>

namespace ui {

namespace {

/// By the column of the current cell; the key where that is none of the value.
tables::Sorting sortingBy(int column, const TableShape &shape, Qt::SortOrder order)
{
    tables::Sorting sorting{.columns = shape.value, .order = order};
    const int part = column - TableRowsModel::KeyColumn - shape.firstValue();
    if (part >= 0 && part < shape.value.count()) {
        sorting.by = tables::Sorting::By::Column;
        sorting.column = part;
    }
    return sorting;
}

} // namespace

void TableEditor::sort(Qt::SortOrder order)
{
    if (!m_model->table() || !isWritable())
        return;
    const tables::Sorting sorting = sortingBy(m_grid->currentIndex().column(), m_shape.shape(), order);
    const model::File file = m_session.snapshot().file(*m_model->table());
    base::whenDone(QtConcurrent::run([file, sorting] { return tables::planSorting(file, sorting); }), this,
                   [this](const tables::SortPlan &plan) { takeOrder(plan); });
}

void TableEditor::takeOrder(const tables::SortPlan &plan)
{
    if (plan.isRefused) {
        complain(tr("The rows can’t be sorted: one would be read as a part of another."));
        return;
    }
    if (plan.replacements.isEmpty()) {
        m_state->setText(tr("The rows are in that order."));
        return;
    }
    const auto make = [this, plan] {
        m_session.edit(tr("Sort the rows"),
                       [&](model::Draft &draft) { return tables::sort(draft, *m_model->table(), plan); });
    };
    if (!plan.changesMeaning) {
        make();
        return;
    }
    auto *bar = new MessageBar(
        MessageBar::Kind::Warning,
        tr("The first row that fits decides in this table, or a key is there twice. In another "
           "order it may answer something else."));
    bar->addAction(tr("Sort Anyway"), make);
    connect(bar, &MessageBar::dismissed, bar, &QObject::deleteLater);
    m_column->insertWidget(0, bar);
}

} // namespace ui
