// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/grids/namevaluebar.h"

#include "ui/widgets/icon.h"
#include "ui/widgets/spacing.h"

#include <QCompleter>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStringListModel>

namespace ui {

NameValueBar::NameValueBar(const QString &nameHint, const QString &valueHint, const QString &button,
                           QWidget *parent)
    : QWidget(parent)
{
    m_name = new QLineEdit;
    m_name->setPlaceholderText(nameHint);
    m_name->setAccessibleName(nameHint);
    auto *completer = new QCompleter(new QStringListModel(this), this);
    completer->setFilterMode(Qt::MatchContains);
    m_name->setCompleter(completer);
    m_name->installEventFilter(this);
    m_value = new QLineEdit;
    m_value->installEventFilter(this);
    m_value->setPlaceholderText(valueHint);
    m_value->setAccessibleName(valueHint);
    m_button = new QPushButton(icon(QStringLiteral("plus")), button);
    m_button->setEnabled(false);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(spacing::parts);
    row->addWidget(m_name, 2);
    auto *equals = new QLabel(QStringLiteral("="));
    row->addWidget(equals);
    row->addWidget(m_value, 3);
    row->addWidget(m_button);

    connect(m_name, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_button->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_name, &QLineEdit::returnPressed, this, &NameValueBar::add);
    connect(m_value, &QLineEdit::returnPressed, this, &NameValueBar::add);
    connect(m_button, &QPushButton::clicked, this, &NameValueBar::add);
}

bool NameValueBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_name && event->type() == QEvent::FocusIn && m_names)
        static_cast<QStringListModel *>(m_name->completer()->model())->setStringList(m_names());
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        emit left();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void NameValueBar::clear()
{
    m_name->clear();
    m_value->clear();
}

void NameValueBar::start()
{
    m_name->setFocus(Qt::ShortcutFocusReason);
    m_name->selectAll();
}

void NameValueBar::add()
{
    if (const QString name = m_name->text().trimmed(); !name.isEmpty())
        emit added(name, m_value->text().trimmed());
}

} // namespace ui
