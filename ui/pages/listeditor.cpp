// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/listeditor.h"

#include "ui/grids/fielddelegate.h"
#include "ui/grids/gridview.h"
#include "ui/grids/listitemsmodel.h"
#include "ui/pages/actionbutton.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/spacing.h"

#include <QAction>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

ListEditor::ListEditor(EditSession &session, QWidget *parent) : QWidget(parent)
{
    m_model = new ListItemsModel(session, this);
    m_list = new GridView(tr("Items of the value"));
    m_list->setModel(m_model);
    m_list->setFrameShape(QFrame::StyledPanel);
    m_list->setItemDelegate(new FieldDelegate(m_list));
    m_list->horizontalHeader()->hide();
    m_list->horizontalHeader()->setStretchLastSection(true);
    m_list->setMinimumHeight(fontMetrics().height() * 4);
    buildActions();

    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(spacing::tight);
    for (QAction *action : {m_up, m_down, m_remove})
        buttons->addWidget(actionButton(action));
    buttons->addStretch();
    auto *row = new QHBoxLayout;
    row->setSpacing(spacing::tight);
    row->addWidget(m_list, 1);
    row->addLayout(buttons);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, spacing::parts, 0, 0);
    column->setSpacing(spacing::parts);
    column->addLayout(row, 1);
    column->addLayout(buildAddLine());

    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ListEditor::refreshActions);
    refreshActions();
}

void ListEditor::buildActions()
{
    m_up = pageAction(m_list, QStringLiteral("arrow-up"), tr("Move Item Up"),
                      tr("Move the item and its comment up"), QKeySequence(Qt::ALT | Qt::Key_Up));
    connect(m_up, &QAction::triggered, this, [this] { move(-1); });
    m_down = pageAction(m_list, QStringLiteral("arrow-down"), tr("Move Item Down"),
                        tr("Move the item and its comment down"), QKeySequence(Qt::ALT | Qt::Key_Down));
    connect(m_down, &QAction::triggered, this, [this] { move(1); });
    m_remove = pageAction(m_list, QStringLiteral("trash-2"), tr("Remove Item"),
                          tr("Remove the item and its comment"), QKeySequence(Qt::Key_Delete));
    connect(m_remove, &QAction::triggered, this, &ListEditor::remove);
}

QLayout *ListEditor::buildAddLine()
{
    m_new = new QLineEdit;
    m_new->setPlaceholderText(tr("New item"));
    m_new->setAccessibleName(tr("New item"));
    m_add = new QPushButton(icon(QStringLiteral("plus")), tr("Add Item"));
    connect(m_new, &QLineEdit::textChanged, this, &ListEditor::refreshActions);
    connect(m_new, &QLineEdit::returnPressed, this, &ListEditor::add);
    connect(m_add, &QPushButton::clicked, this, &ListEditor::add);
    auto *row = new QHBoxLayout;
    row->setSpacing(spacing::parts);
    row->addWidget(m_new, 1);
    row->addWidget(m_add);
    return row;
}

void ListEditor::setParameter(const QByteArray &name)
{
    if (name != m_model->parameter())
        m_new->clear();
    m_model->setParameter(name);
    refreshActions();
}

int ListEditor::count() const
{
    return m_model->rowCount();
}

void ListEditor::add()
{
    const QByteArray item = m_new->text().trimmed().toUtf8();
    const int at = m_list->currentRow() < 0 ? m_model->rowCount() : m_list->currentRow() + 1;
    if (item.isEmpty() || !m_model->insertItem(at, item))
        return;
    m_new->clear();
    m_list->setCurrentCell(at, 0);
}

void ListEditor::move(int step)
{
    const int from = m_list->currentRow();
    if (from >= 0 && m_model->moveItem(from, from + step))
        m_list->setCurrentCell(from + step, 0);
}

void ListEditor::remove()
{
    if (m_list->currentRow() >= 0)
        m_model->removeItem(m_list->currentRow());
}

void ListEditor::refreshActions()
{
    const int row = m_list->currentRow();
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_model->rowCount());
    m_remove->setEnabled(row >= 0);
    m_add->setEnabled(!m_new->text().trimmed().isEmpty());
}

} // namespace ui
