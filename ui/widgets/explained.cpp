// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/explained.h"

#include "ui/widgets/textlabel.h"

#include <QRadioButton>
#include <QStyle>
#include <QVBoxLayout>

namespace ui {

QLayout *explained(QRadioButton *button, const QString &sentence)
{
    button->setAccessibleDescription(sentence);
    const QStyle *style = button->style();
    auto *label = new TextLabel(TextLabel::Rank::Muted, sentence);
    label->setWordWrap(true);
    label->setContentsMargins(style->pixelMetric(QStyle::PM_ExclusiveIndicatorWidth)
                                  + style->pixelMetric(QStyle::PM_RadioButtonLabelSpacing),
                              0, 0, 0);
    auto *both = new QVBoxLayout;
    both->setSpacing(0);
    both->addWidget(button);
    both->addWidget(label);
    return both;
}

} // namespace ui
