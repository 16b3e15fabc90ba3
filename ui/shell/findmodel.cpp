// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/findmodel.h"

#include "ui/widgets/colors.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/spacing.h"

#include <QPainter>

namespace ui {

void FindModel::setEntries(const QList<FindEntry> &entries)
{
    beginResetModel();
    m_entries = entries;
    endResetModel();
}

int FindModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant FindModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const FindEntry &found = m_entries.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return found.title;
    case Qt::DecorationRole:
        return icon(found.icon);
    case Qt::AccessibleTextRole:
        //: What was found, its kind, and what it is now: "relayhost, Parameter, [mail.example.org]:587"
        return tr("%1, %2, %3").arg(found.title, found.kind, found.detail);
    case DetailRole:
        return found.detail;
    case KindRole:
        return found.kind;
    default:
        return {};
    }
}

QSize FindDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {200, option.fontMetrics.height() + spacing::parts + spacing::tight};
}

void FindDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const bool isSelected = option.state & QStyle::State_Selected;
    const QPalette &palette = option.palette;
    const QColor text =
        palette.color(QPalette::Active, isSelected ? QPalette::HighlightedText : QPalette::Text);
    const QColor muted = isSelected ? text : colorsFor(palette).muted;
    painter->save();
    if (isSelected)
        painter->fillRect(option.rect, palette.color(QPalette::Active, QPalette::Highlight));

    QRect area = option.rect.adjusted(spacing::parts, 0, -spacing::parts, 0);
    index.data(Qt::DecorationRole)
        .value<QIcon>()
        .paint(painter, QRect(area.left(), area.center().y() - 7, 16, 16), Qt::AlignCenter,
               isSelected ? QIcon::Selected : QIcon::Normal);
    area.setLeft(area.left() + 16 + spacing::parts);

    const QFontMetrics &metrics = option.fontMetrics;
    const QString kind = index.data(FindModel::KindRole).toString();
    painter->setPen(muted);
    painter->drawText(area, Qt::AlignRight | Qt::AlignVCenter, kind);
    area.setRight(area.right() - metrics.horizontalAdvance(kind) - spacing::fields);

    const QString title = metrics.elidedText(index.data().toString(), Qt::ElideMiddle, area.width());
    painter->setPen(text);
    painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter, title);
    area.setLeft(area.left() + metrics.horizontalAdvance(title) + spacing::fields);
    painter->setPen(muted);
    painter->drawText(
        area, Qt::AlignLeft | Qt::AlignVCenter,
        metrics.elidedText(index.data(FindModel::DetailRole).toString(), Qt::ElideRight, area.width()));
    painter->restore();
}

} // namespace ui
