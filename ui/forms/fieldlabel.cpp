// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/forms/fieldlabel.h"

#include "ui/widgets/colors.h"

#include <QApplication>
#include <QEvent>

namespace ui {

FieldLabel::FieldLabel(const QString &words, const QString &name, QWidget *parent)
    : QLabel(parent), m_words(words), m_name(name)
{
    setTextFormat(Qt::RichText);
    setWordWrap(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    write();
}

void FieldLabel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        write();
    QLabel::changeEvent(event);
}

void FieldLabel::write()
{
    QString text = m_words.toHtmlEscaped();
    if (!m_name.isEmpty()) {
        const QColor muted = colorsFor(QApplication::palette()).muted;
        text += QStringLiteral(" <span style=\"color:%1; font-size:%2pt; font-weight:normal\">%3</span>")
                    .arg(muted.name())
                    .arg(QApplication::font().pointSizeF() * 0.9)
                    .arg(m_name.toHtmlEscaped());
    }
    if (text != this->text())
        setText(text);
}

} // namespace ui
