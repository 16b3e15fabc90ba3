// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/textlabel.h"

#include "ui/widgets/colors.h"

#include <QApplication>
#include <QEvent>

namespace ui {

TextLabel::TextLabel(Rank rank, const QString &text, QWidget *parent) : QLabel(text, parent), m_rank(rank)
{
    setTextFormat(Qt::PlainText);
    dress();
}

void TextLabel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::ApplicationFontChange)
        dress();
    QLabel::changeEvent(event);
}

void TextLabel::dress()
{
    QFont chosen = QApplication::font();
    if (m_rank == Rank::Title)
        chosen.setPointSizeF(chosen.pointSizeF() * 1.4);
    if (m_rank == Rank::Title || m_rank == Rank::Heading)
        chosen.setWeight(QFont::DemiBold);
    if (m_rank == Rank::Small)
        chosen.setPointSizeF(chosen.pointSizeF() * 0.9);
    setFont(chosen);

    QPalette colors;
    if (m_rank == Rank::Muted || m_rank == Rank::Small)
        colors.setColor(QPalette::WindowText, colorsFor(QApplication::palette()).muted);
    setPalette(colors);
}

} // namespace ui
