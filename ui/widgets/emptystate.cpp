// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/emptystate.h"

#include "ui/widgets/icon.h"
#include "ui/widgets/spacing.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

EmptyState::EmptyState(const QString &iconName, const QString &text, const QString &button, QWidget *parent)
    : QWidget(parent), m_iconName(iconName)
{
    m_icon = new QLabel;
    m_icon->setAlignment(Qt::AlignCenter);
    m_text = new TextLabel(TextLabel::Rank::Muted, text);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    m_text->setMinimumWidth(std::min(320, m_text->sizeHint().width()));
    setAccessibleName(text);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::groups, spacing::groups, spacing::groups, spacing::groups);
    column->setSpacing(spacing::fields);
    column->addStretch(2);
    column->addWidget(m_icon);
    column->addWidget(m_text); // no alignment: with one, a layout does not ask for the height of wrapped text
    if (!button.isEmpty()) {
        auto *step = new QPushButton(button);
        connect(step, &QPushButton::clicked, this, &EmptyState::activated);
        column->addWidget(step, 0, Qt::AlignHCenter);
    }
    column->addStretch(3);
    refreshIcon();
}

void EmptyState::setText(const QString &text)
{
    m_text->setText(text);
    setAccessibleName(text);
}

void EmptyState::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        refreshIcon();
    QWidget::changeEvent(event);
}

void EmptyState::refreshIcon()
{
    m_icon->setPixmap(icon(m_iconName, IconColor::Muted).pixmap(QSize(32, 32), devicePixelRatioF()));
}

} // namespace ui
