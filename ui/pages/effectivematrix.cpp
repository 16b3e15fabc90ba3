// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/effectivematrix.h"

#include "ui/grids/gridview.h"
#include "ui/grids/matrixmodel.h"
#include "ui/pages/pagecontext.h"
#include "ui/session/editsession.h"
#include "ui/session/knowledge.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/spacing.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QResizeEvent>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int narrow = 90; ///< letters: below it a service is to be seen all the same

} // namespace

EffectiveMatrix::EffectiveMatrix(PageContext &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    m_model = new MatrixModel(context.knowledge, this);
    m_filter = new QLineEdit;
    m_filter->setPlaceholderText(tr("Filter by name or value"));
    m_filter->setAccessibleName(tr("Filter by name or value"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(icon(QStringLiteral("funnel"), IconColor::Muted), QLineEdit::LeadingPosition);
    m_differences = new QCheckBox(tr("Only what &differs"));
    m_differences->setToolTip(tr("Only settings that a service has otherwise than main.cf"));
    m_differences->setChecked(true);
    buildGrid();
    m_empty = new EmptyState(QStringLiteral("table"), {});

    auto *top = new QHBoxLayout;
    top->setContentsMargins(spacing::fields, spacing::parts, spacing::fields, spacing::parts);
    top->setSpacing(spacing::fields);
    top->addWidget(m_filter, 1);
    top->addWidget(m_differences);
    m_stack = new QStackedLayout;
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(top);
    column->addLayout(m_stack, 1); // first: what a layout without a parent shows is a window
    m_stack->addWidget(m_grid);
    m_stack->addWidget(m_empty);
    setFocusProxy(m_grid);

    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model->setFilter(text);
        showRows();
    });
    connect(m_differences, &QCheckBox::toggled, this, [this](bool isOn) {
        m_model->setDifferencesOnly(isOn);
        showRows();
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, &EffectiveMatrix::fitColumns);
    connect(&context.knowledge, &Knowledge::changed, this, &EffectiveMatrix::refresh);
    refresh();
}

void EffectiveMatrix::buildGrid()
{
    m_grid = new GridView(tr("Values per service"));
    m_grid->setModel(m_model);
    m_grid->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_grid->setEditTriggers(QAbstractItemView::NoEditTriggers);
    connect(m_grid, &GridView::opened, this, [this](const QModelIndex &index) {
        if (const auto place = m_model->placeOf(index))
            m_context.session.request(*place);
    });
}

void EffectiveMatrix::refresh()
{
    m_isStale = !isVisible();
    if (m_isStale)
        return;
    const QModelIndex current = m_grid->currentIndex();
    const QByteArray name = current.isValid() ? m_model->nameAt(current.row()) : QByteArray();
    m_model->refresh();
    for (int row = 0; !name.isEmpty() && !m_grid->currentIndex().isValid() && row < m_model->rowCount();
         ++row) {
        if (m_model->nameAt(row) == name)
            m_grid->setCurrentCell(row, std::min(current.column(), m_model->columnCount() - 1));
    }
    showRows();
}

void EffectiveMatrix::showRows()
{
    const bool hasRows = m_model->rowCount() > 0;
    if (hasRows && !m_grid->currentIndex().isValid())
        m_grid->setCurrentCell(0, 0);
    if (!m_filter->text().isEmpty())
        m_empty->setText(tr("Nothing has “%1” in its name or in a value.").arg(m_filter->text()));
    else
        m_empty->setText(
            tr("Every service uses what main.cf says: none overrides a setting. The list of services "
               "has a place for overrides below it."));
    m_stack->setCurrentWidget(hasRows ? static_cast<QWidget *>(m_grid) : m_empty);
}

void EffectiveMatrix::fitColumns()
{
    const int letter = fontMetrics().averageCharWidth();
    const bool isNarrow = width() < letter * narrow;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const bool isName = column == MatrixModel::NameColumn;
        m_grid->setColumnWidth(column, letter * (isNarrow ? (isName ? 22 : 15) : (isName ? 34 : 26)));
    }
}

void EffectiveMatrix::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void EffectiveMatrix::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int limit = fontMetrics().averageCharWidth() * narrow;
    if ((event->size().width() < limit) != (event->oldSize().width() < limit))
        fitColumns();
}

} // namespace ui
