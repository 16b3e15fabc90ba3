// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/tables/targetdelegate.h"

#include "ui/grids/tablerowsmodel.h"
#include "ui/tables/targetfield.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/spacing.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCompleter>
#include <QCoreApplication>
#include <QHelpEvent>
#include <QLineEdit>
#include <QPainter>
#include <QToolTip>

namespace ui {

namespace {

/// Completes what is behind the last comma.
class LastTarget : public QCompleter
{
public:
    using QCompleter::QCompleter;

    QStringList splitPath(const QString &text) const override
    {
        const QString begun = text.sliced(text.lastIndexOf(u',') + 1).trimmed();
        // Behind a comma nothing is meant yet, and no name has a comma.
        return {begun.isEmpty() ? QStringLiteral(",") : begun};
    }
    QString pathFromIndex(const QModelIndex &index) const override
    {
        const QString chosen = QCompleter::pathFromIndex(index);
        const auto *line = qobject_cast<const QLineEdit *>(widget());
        const QString text = line ? line->text() : QString();
        const qsizetype comma = text.lastIndexOf(u',');
        return comma < 0 ? chosen : text.first(comma + 1) + u' ' + chosen;
    }
};

/// Names of the table itself; a longer list helps nobody.
QStringList namesOf(const TableRowsModel &model)
{
    constexpr int most = 1000;
    QStringList names;
    for (int row = 0; row < std::min(most, model.rowCount()); ++row)
        names.append(model.index(row, TableRowsModel::KeyColumn).data().toString());
    names.removeDuplicates();
    return names;
}

} // namespace

TargetDelegate::TargetDelegate(const TableRowsModel &model, QObject *parent)
    : TableDelegate(model, {}, parent), m_rows(model)
{
}

void TargetDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QStringList targets = targetsIn(cell.text);
    cell.text.clear();
    const QStyle *style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);

    const bool isSelected = cell.state.testFlag(QStyle::State_Selected);
    const bool isOff = !index.siblingAtColumn(TableRowsModel::OnColumn).data(Qt::CheckStateRole).toBool();
    const QPalette::ColorGroup group = isOff ? QPalette::Disabled : QPalette::Active;
    const QColor ink = cell.palette.color(group, isSelected ? QPalette::HighlightedText : QPalette::Text);
    QColor edge = ink;
    edge.setAlphaF(0.35F);
    const QFontMetrics metrics(cell.font);
    const int height = metrics.height() + 2;
    const int top = cell.rect.center().y() - height / 2;
    int left = cell.rect.left() + spacing::tight;
    const int right = cell.rect.right() - spacing::tight;

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(cell.font);
    for (const QString &target : targets) {
        const char *iconName = targetKind(target).icon;
        const int iconWidth = iconName ? metrics.height() + 2 : 0;
        const int padding = 2 * spacing::tight + 4;
        const int wanted = metrics.horizontalAdvance(target) + iconWidth + padding;
        const int width = std::min(wanted, right - left);
        if (width < padding + metrics.horizontalAdvance(QStringLiteral("x…"))) {
            painter->setPen(ink);
            painter->drawText(QRect(left, top, right - left, height), Qt::AlignCenter, QStringLiteral("…"));
            break;
        }
        const QRect box(left, top, width, height);
        painter->setPen(edge);
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        QRect inner = box.adjusted(spacing::tight + 1, 0, -spacing::tight - 1, 0);
        if (iconName) {
            icon(QLatin1String(iconName))
                .paint(painter, QRect(inner.left(), top + 2, metrics.height() - 2, height - 4),
                       Qt::AlignCenter,
                       isOff            ? QIcon::Disabled
                           : isSelected ? QIcon::Selected
                                        : QIcon::Normal);
            inner.setLeft(inner.left() + iconWidth);
        }
        painter->setPen(ink);
        painter->drawText(inner, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                          metrics.elidedText(target, Qt::ElideRight, inner.width()));
        left += width + spacing::tight;
    }
    painter->restore();
}

QWidget *TargetDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                                      const QModelIndex &index) const
{
    QWidget *editor = TableDelegate::createEditor(parent, option, index);
    if (auto *line = qobject_cast<QLineEdit *>(editor))
        line->setCompleter(new LastTarget(namesOf(m_rows), line));
    return editor;
}

bool TargetDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                               const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return TableDelegate::helpEvent(event, view, option, index);
    QStringList lines;
    for (const QString &target : targetsIn(index.data().toString())) {
        const char *title = targetKind(target).title;
        //: A target of an alias, and what it is: "|\"prog\" (a command)"
        lines.append(title ? tr("%1 (%2)").arg(target, QCoreApplication::translate("tables", title))
                           : target);
    }
    QToolTip::showText(event->globalPos(),
                       lines.join(u'\n').toHtmlEscaped().replace(u'\n', QLatin1String("<br>")), view);
    return true;
}

} // namespace ui
