// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/forms/originbar.h"

#include "ui/forms/fieldbinding.h"
#include "ui/widgets/colors.h"

#include <QPainter>

namespace ui {

void paintOriginBar(QWidget *widget, const FieldBinding &binding)
{
    const bool isChanged = binding.isChanged();
    if (!isChanged && !binding.isSetHere())
        return;
    QPainter painter(widget);
    const QColor accent = colorsFor(widget->palette()).accent;
    const int height = widget->height();
    if (!isChanged) {
        painter.fillRect(QRect(0, 0, originBarWidth, height), accent);
        return;
    }
    for (int y = 0; y < height; y += 2 * originBarWidth)
        painter.fillRect(QRect(0, y, originBarWidth, originBarWidth), accent);
}

} // namespace ui
