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
    if (event->type() == QEvent::PaletteChange)
        recolor();
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

    recolor();
}

void TextLabel::recolor()
{
    const QColor muted = colorsFor(QApplication::palette()).muted;
    const bool isMuted = m_rank == Rank::Muted || m_rank == Rank::Small;
    if (!isMuted || palette().color(QPalette::Active, QPalette::WindowText) == muted)
        return; // setPalette() ends here again
    QPalette own;
    own.setColor(QPalette::WindowText, muted);
    setPalette(own);
}

} // namespace ui
