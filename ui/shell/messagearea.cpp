// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/messagearea.h"

#include <QVBoxLayout>

namespace ui {

MessageArea::MessageArea(QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

MessageBar *MessageArea::say(const QString &subject, MessageBar::Kind kind, const QString &text)
{
    takeBack(subject);
    auto *bar = new MessageBar(kind, text);
    static_cast<QVBoxLayout *>(layout())->insertWidget(0, bar);
    bar->show();
    m_bars.insert(subject, bar);
    return bar;
}

void MessageArea::takeBack(const QString &subject)
{
    if (MessageBar *bar = m_bars.take(subject))
        bar->dismiss();
}

} // namespace ui
