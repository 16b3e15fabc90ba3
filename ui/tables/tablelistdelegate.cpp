// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/tables/tablelistdelegate.h"

#include "ui/tables/tablelistmodel.h"
#include "ui/widgets/colors.h"
#include "ui/widgets/spacing.h"

#include <QApplication>
#include <QPainter>

namespace ui {

namespace {

constexpr int iconSize = 16;

/// "hash:…/virtual": the type and the end of the path say which it is.
QString shortened(const QString &name, const QFontMetrics &metrics, int width)
{
    const qsizetype colon = name.indexOf(u':') + 1;
    if (metrics.horizontalAdvance(name) <= width)
        return name;
    const QString type = name.left(colon);
    return type + metrics.elidedText(name.mid(colon), Qt::ElideLeft, width - metrics.horizontalAdvance(type));
}

} // namespace

void TableListDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &item, painter, item.widget);

    const bool isSelected = item.state & QStyle::State_Selected;
    const QColor text = item.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
    const QColor muted = isSelected ? text : colorsFor(item.palette).muted;
    const int line = item.fontMetrics.height();
    QRect area = item.rect.adjusted(spacing::parts, spacing::tight, -spacing::parts, -spacing::tight);

    const QIcon::Mode mode = isSelected ? QIcon::Selected : QIcon::Normal;
    item.icon.paint(painter, QRect(area.left(), area.top() + (line - iconSize) / 2, iconSize, iconSize),
                    Qt::AlignCenter, mode);
    area.setLeft(area.left() + iconSize + spacing::parts);

    painter->save();
    const auto state = index.data(TableListModel::StateIconRole).value<QIcon>();
    if (!state.isNull())
        state.paint(
            painter,
            QRect(area.right() - iconSize, area.top() + line + (line - iconSize) / 2, iconSize, iconSize),
            Qt::AlignCenter, mode);
    const QString rows = index.data(TableListModel::RowsRole).toString();
    const int rowsWidth = rows.isEmpty() ? 0 : item.fontMetrics.horizontalAdvance(rows) + spacing::parts;
    painter->setPen(muted);
    painter->drawText(QRect(area.left(), area.top(), area.width(), line), Qt::AlignRight | Qt::AlignVCenter,
                      rows);

    QFont font = item.font;
    font.setBold(index.data(TableListModel::ChangedRole).toBool()); // unsaved changes
    painter->setFont(font);
    painter->setPen(text);
    const QRect top(area.left(), area.top(), area.width() - rowsWidth, line);
    painter->drawText(top, Qt::AlignVCenter,
                      QFontMetrics(font).elidedText(item.text, Qt::ElideRight, top.width()));
    painter->setFont(item.font);
    painter->setPen(muted);
    const QRect below(area.left(), area.top() + line,
                      area.width() - (state.isNull() ? 0 : iconSize + spacing::parts), line);
    painter->drawText(
        below, Qt::AlignVCenter,
        shortened(index.data(TableListModel::NameRole).toString(), item.fontMetrics, below.width()));
    painter->restore();
}

QSize TableListDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize size = QStyledItemDelegate::sizeHint(option, index);
    return {size.width(), 2 * option.fontMetrics.height() + 2 * spacing::tight + spacing::tight};
}

} // namespace ui
