// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/preview/effectivepanel.h"

#include "ui/preview/effectivemodel.h"
#include "ui/session/editsession.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/spacing.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

namespace ui {

EffectivePanel::EffectivePanel(EditSession &session, Knowledge &knowledge, QWidget *parent)
    : PreviewPanel(session, parent)
{
    m_model = new EffectiveModel(session, knowledge, this);

    m_filter = new QLineEdit;
    m_filter->setPlaceholderText(tr("Filter by name or value"));
    m_filter->setAccessibleName(tr("Filter by name or value"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(icon(QStringLiteral("funnel"), IconColor::Muted), QLineEdit::LeadingPosition);

    m_table = new QTableView;
    m_table->setAccessibleName(tr("Settings that Postfix will use"));
    m_table->setModel(m_model);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + spacing::parts);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(EffectiveModel::ValueColumn, QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    const int letter = fontMetrics().averageCharWidth();
    m_table->setColumnWidth(EffectiveModel::NameColumn, letter * 24);
    m_table->setColumnWidth(EffectiveModel::PlaceColumn, letter * 14);

    m_empty = new EmptyState(QStringLiteral("list"), {});
    m_stack = new QStackedLayout;
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(spacing::tight);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(spacing::parts, spacing::parts, spacing::parts, spacing::tight);
    top->addWidget(m_filter);
    column->addLayout(top);
    column->addLayout(m_stack, 1); // first: what a layout without a parent shows is a window
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);

    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model->setFilter(text);
        showRows();
    });
    const auto go = [this](const QModelIndex &index) {
        this->session().request(m_model->placeOf(index.row()));
    };
    connect(m_table, &QTableView::clicked, this, go);
    connect(m_table, &QTableView::activated, this, go);
}

void EffectivePanel::refresh()
{
    m_model->refresh();
    showRows();
}

void EffectivePanel::showRows()
{
    const bool isFiltered = !m_filter->text().isEmpty();
    m_empty->setText(isFiltered ? tr("No setting has “%1” in its name or value.").arg(m_filter->text())
                                : tr("Nothing is set: Postfix would use its defaults for everything."));
    m_stack->setCurrentWidget(m_model->rowCount() > 0 ? static_cast<QWidget *>(m_table) : m_empty);
}

} // namespace ui
