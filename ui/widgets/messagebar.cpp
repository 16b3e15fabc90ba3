// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/messagebar.h"

#include "ui/widgets/colors.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/spacing.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace ui {

MessageBar::MessageBar(Kind kind, const QString &text, QWidget *parent) : QFrame(parent), m_kind(kind)
{
    m_icon = new QLabel;
    m_text = new QLabel(text);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setAccessibleName(text);
    setAccessibleName(text);

    auto *close = new QToolButton;
    close->setIcon(icon(QStringLiteral("x")));
    close->setAutoRaise(true);
    close->setToolTip(tr("Close this message"));
    close->setAccessibleName(tr("Close this message"));
    connect(close, &QToolButton::clicked, this, &MessageBar::dismiss);

    m_row = new QHBoxLayout(this);
    m_row->setContentsMargins(spacing::fields, spacing::tight, spacing::parts, spacing::tight);
    m_row->setSpacing(spacing::parts);
    m_row->addWidget(m_icon);
    m_row->addWidget(m_text, 1);
    m_row->addWidget(close);
    setAutoFillBackground(true);
    dress();
}

QString MessageBar::text() const
{
    return m_text->text();
}

void MessageBar::dismiss()
{
    hide();
    emit dismissed();
    deleteLater();
}

QAbstractButton *MessageBar::addButton(const QString &label)
{
    auto *button = new QPushButton(label);
    m_row->insertWidget(m_row->count() - 1, button);
    return button;
}

void MessageBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        dress();
    QFrame::changeEvent(event);
}

void MessageBar::dress()
{
    const Colors &colors = colorsFor(QApplication::palette());
    struct Look
    {
        QString icon;
        IconColor color;
        QColor tint;
    };
    const Look look = m_kind == Kind::Error
        ? Look{QStringLiteral("circle-x"), IconColor::Error, colors.errorTint}
        : m_kind == Kind::Warning
        ? Look{QStringLiteral("triangle-alert"), IconColor::Warning, colors.warningTint}
        : Look{QStringLiteral("info"), IconColor::Info, colors.infoTint};
    m_icon->setPixmap(icon(look.icon, look.color).pixmap(QSize(16, 16), devicePixelRatioF()));
    QPalette own;
    own.setColor(QPalette::Window, look.tint);
    if (palette().color(QPalette::Window) != look.tint) // setPalette() ends here again
        setPalette(own);
}

} // namespace ui
