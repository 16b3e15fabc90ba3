// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/access/namebar.h"

#include "ui/widgets/spacing.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace ui {

NameBar::NameBar(const QString &question, const QString &button, const QString &name, QWidget *parent)
    : QWidget(parent)
{
    m_name = new QLineEdit(name);
    m_name->setObjectName(QStringLiteral("className"));
    m_name->setAccessibleName(question);
    m_accept = new QPushButton(button);
    m_accept->setObjectName(QStringLiteral("classAccept"));
    auto *cancel = new QPushButton(tr("Cancel"));
    auto *label = new QLabel(question);
    label->setBuddy(m_name);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(spacing::parts);
    row->addWidget(label);
    row->addWidget(m_name, 1);
    row->addWidget(m_accept);
    row->addWidget(cancel);
    m_accept->setEnabled(!name.isEmpty());
    setFocusProxy(m_name);
    m_name->selectAll();
    connect(m_name, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_accept->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_name, &QLineEdit::returnPressed, this, &NameBar::accept);
    connect(m_accept, &QPushButton::clicked, this, &NameBar::accept);
    connect(cancel, &QPushButton::clicked, this, &NameBar::canceled);
}

void NameBar::accept()
{
    if (const QByteArray name = m_name->text().trimmed().toUtf8(); !name.isEmpty())
        emit accepted(name);
}

void NameBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit canceled();
    else
        QWidget::keyPressEvent(event);
}

} // namespace ui
