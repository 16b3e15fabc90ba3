// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/filedelegate.h"

#include "ui/pages/filesmodel.h"
#include "ui/widgets/colors.h"
#include "ui/widgets/spacing.h"

#include <QIcon>
#include <QPainter>

namespace ui {

namespace {

constexpr int markSize = 16;

} // namespace

void FileDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const bool isChanged = index.data(FilesModel::ChangedRole).toBool();
    const auto problem = index.data(FilesModel::ProblemIconRole).value<QIcon>();
    const int marks = (isChanged ? 1 : 0) + (problem.isNull() ? 0 : 1);

    QStyleOptionViewItem whole = option;
    initStyleOption(&whole, index);
    whole.textElideMode = Qt::ElideMiddle;
    const QRect rect = whole.rect;
    const QStyle *style = whole.widget->style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &whole, painter, whole.widget);
    whole.rect.setRight(rect.right() - marks * (markSize + spacing::tight));
    whole.state &= ~QStyle::State_HasFocus;
    whole.backgroundBrush = Qt::NoBrush;
    painter->save();
    painter->setClipRect(whole.rect);
    style->drawControl(QStyle::CE_ItemViewItem, &whole, painter, whole.widget);
    painter->restore();

    QRect mark(rect.right() - markSize - spacing::tight, rect.center().y() - markSize / 2, markSize,
               markSize);
    if (!problem.isNull()) {
        problem.paint(painter, mark);
        mark.translate(-markSize - spacing::tight, 0);
    }
    if (isChanged) {
        constexpr int radius = 4;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        const bool selected = whole.state & QStyle::State_Selected;
        painter->setBrush(selected ? whole.palette.color(QPalette::HighlightedText)
                                   : colorsFor(whole.palette).accent);
        painter->drawEllipse(mark.center(), radius, radius);
        painter->restore();
    }
}

QSize FileDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(option.fontMetrics.height() + 2 * spacing::parts);
    return size;
}

} // namespace ui
