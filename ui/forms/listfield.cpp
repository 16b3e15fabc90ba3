// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/forms/listfield.h"

#include "ui/forms/listitems.h"
#include "ui/session/filepresence.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/spacing.h"
#include "ui/widgets/viewaction.h"

#include <QAction>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

ListField::ListField(const values::Domain &domain, FilePresence &presence, QWidget *parent) : Field(parent)
{
    m_items = new ListItems(domain.kind == values::Kind::Maps ? &presence : nullptr, this);
    m_items->setReplace([this](int row, const QByteArray &item) {
        return writeItem({.kind = ListChange::Kind::Replace, .at = row, .item = item});
    });
    m_list = new QListView;
    m_list->setModel(m_items);
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_list->installEventFilter(this);
    m_up = newViewAction(m_list, QStringLiteral("arrow-up"), tr("Move Item Up"),
                         QKeySequence(Qt::ALT | Qt::Key_Up));
    connect(m_up, &QAction::triggered, this, [this] { move(-1); });
    m_down = newViewAction(m_list, QStringLiteral("arrow-down"), tr("Move Item Down"),
                           QKeySequence(Qt::ALT | Qt::Key_Down));
    connect(m_down, &QAction::triggered, this, [this] { move(1); });
    m_remove =
        newViewAction(m_list, QStringLiteral("trash-2"), tr("Remove Item"), QKeySequence(Qt::Key_Delete));
    connect(m_remove, &QAction::triggered, this, &ListField::remove);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(spacing::tight);
    column->addWidget(m_list);
    column->addLayout(buildAddLine(domain));
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ListField::refreshActions);
    fit();
    refreshActions();
}

QLayout *ListField::buildAddLine(const values::Domain &domain)
{
    m_add = new QPushButton(icon(QStringLiteral("plus")), tr("Add Item"));
    auto *row = new QHBoxLayout;
    row->setSpacing(spacing::parts);
    if (domain.choices.isEmpty()) {
        m_new = new QLineEdit;
        m_new->setPlaceholderText(domain.kind == values::Kind::Maps ? tr("hash:/etc/postfix/table")
                                                                    : tr("New item"));
        row->addWidget(m_new, 1);
    } else {
        m_known = new QComboBox;
        m_known->setEditable(true);
        m_known->setInsertPolicy(QComboBox::NoInsert);
        m_known->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        for (const values::Choice &choice : domain.choices) {
            m_known->addItem(QString::fromUtf8(choice.value));
            m_known->setItemData(m_known->count() - 1, QString::fromUtf8(choice.label), Qt::ToolTipRole);
        }
        m_known->setCurrentIndex(-1);
        m_new = m_known->lineEdit();
        m_new->setPlaceholderText(tr("New item"));
        row->addWidget(m_known, 1);
    }
    row->addWidget(m_add);
    m_buttons = new QWidget;
    auto *buttons = new QHBoxLayout(m_buttons);
    buttons->setContentsMargins({});
    buttons->setSpacing(spacing::tight);
    for (QAction *action : {m_up, m_down, m_remove}) {
        auto *button = new QToolButton;
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        button->setAccessibleName(action->text());
        button->setFocusPolicy(Qt::TabFocus);
        buttons->addWidget(button);
    }
    row->addWidget(m_buttons);
    connect(m_new, &QLineEdit::textChanged, this, &ListField::refreshActions);
    connect(m_new, &QLineEdit::returnPressed, this, &ListField::add);
    connect(m_add, &QPushButton::clicked, this, &ListField::add);
    return row;
}

void ListField::setSplitter(std::function<QList<syntax::ByteRange>(const QByteArray &value)> splitter)
{
    m_items->setSplitter(std::move(splitter));
}

void ListField::setValue(const QByteArray &value)
{
    const int row = currentRow();
    const qsizetype before = m_items->items().size();
    m_items->setValue(value);
    if (row >= 0 && before != m_items->items().size())
        setCurrentRow(std::min(row, m_items->rowCount() - 1));
    fit();
    refreshActions();
}

void ListField::setReadOnly(bool isReadOnly)
{
    m_isReadOnly = isReadOnly;
    m_items->setReadOnly(isReadOnly);
    m_new->setEnabled(!isReadOnly);
    if (m_known)
        m_known->setEnabled(!isReadOnly);
    refreshActions();
}

void ListField::commit()
{
    add();
}

void ListField::revert()
{
    m_new->clear();
}

bool ListField::isModified() const
{
    return !m_new->text().trimmed().isEmpty();
}

void ListField::setName(const QString &name)
{
    m_list->setAccessibleName(name);
    //: "New item of Trusted networks (mynetworks)"
    const QString fresh = tr("New item of %1").arg(name);
    m_new->setAccessibleName(fresh);
    if (m_known)
        m_known->setAccessibleName(fresh);
}

void ListField::setMarks(const ItemMarks &marks)
{
    m_items->setMarks(marks);
}

void ListField::setDescription(const QString &text)
{
    m_list->setAccessibleDescription(text);
}

bool ListField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && m_list->currentIndex().isValid()) {
            m_list->edit(m_list->currentIndex());
            return true;
        }
    }
    return Field::eventFilter(watched, event);
}

void ListField::add()
{
    const QByteArray item = m_new->text().trimmed().toUtf8();
    const int at = currentRow() < 0 ? m_items->rowCount() : currentRow() + 1;
    if (item.isEmpty() || m_isReadOnly)
        return;
    if (!writeItem({.kind = ListChange::Kind::Insert, .at = at, .item = item}))
        return; // refused: still there to be mended
    m_new->clear();
    setCurrentRow(at);
}

void ListField::move(int step)
{
    const int from = currentRow();
    if (from >= 0 && writeItem({.kind = ListChange::Kind::Move, .at = from, .to = from + step}))
        setCurrentRow(from + step);
}

void ListField::remove()
{
    if (currentRow() >= 0)
        writeItem({.kind = ListChange::Kind::Remove, .at = currentRow()});
}

int ListField::currentRow() const
{
    return m_list->currentIndex().row();
}

void ListField::setCurrentRow(int row)
{
    m_list->setCurrentIndex(m_items->index(row));
}

/// As high as its items, within reason; without any there is only the line to add one.
void ListField::fit()
{
    constexpr int most = 9;
    const int rows = m_items->rowCount();
    const bool hadKeyboard = rows == 0 && m_list->hasFocus();
    const int rowHeight = std::max(m_list->sizeHintForRow(0), fontMetrics().height() + spacing::tight);
    m_list->setFixedHeight(std::clamp(rows, 1, most) * rowHeight + 2 * m_list->frameWidth() + spacing::tight);
    m_list->setVisible(rows > 0);
    m_buttons->setVisible(rows > 0);
    setFocusProxy(rows > 0 ? static_cast<QWidget *>(m_list) : m_new);
    if (hadKeyboard)
        m_new->setFocus(Qt::OtherFocusReason);
}

void ListField::refreshActions()
{
    const int row = currentRow();
    const bool canChange = !m_isReadOnly && row >= 0;
    m_up->setEnabled(canChange && row > 0);
    m_down->setEnabled(canChange && row + 1 < m_items->rowCount());
    m_remove->setEnabled(canChange);
    m_add->setEnabled(!m_isReadOnly && ListField::isModified());
}

} // namespace ui
