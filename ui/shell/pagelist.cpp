// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/pagelist.h"

#include "ui/widgets/colors.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/spacing.h"

#include <QCoreApplication>
#include <QPainter>
#include <QSignalBlocker>
#include <QStyledItemDelegate>

namespace ui {

namespace {

constexpr int badgeSize = 12;

enum Role { IdRole = Qt::UserRole, BadgeRole, BadgeIconRole };

/// A group's name in small letters, or a page: icon, name, number, and a bar at the edge of the current one.
class PageDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int text = option.fontMetrics.height();
        const bool isGroup = index.data(IdRole).isNull();
        return {option.fontMetrics.horizontalAdvance(index.data().toString()) + 72,
                isGroup ? text + spacing::fields : text + spacing::parts + spacing::tight};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (index.data(IdRole).isNull())
            paintGroup(painter, option, index);
        else
            paintPage(painter, option, index);
        painter->restore();
    }

private:
    static void paintGroup(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
    {
        QFont font = option.font;
        font.setPointSizeF(font.pointSizeF() * 0.85);
        font.setWeight(QFont::DemiBold);
        painter->setFont(font);
        painter->setPen(colorsFor(option.palette).muted);
        painter->drawText(option.rect.adjusted(spacing::fields, 0, -spacing::parts, -spacing::tight),
                          Qt::AlignLeft | Qt::AlignBottom, index.data().toString());
    }

    static void paintPage(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
    {
        const bool isCurrent = option.state & QStyle::State_Selected;
        const QRectF row = QRectF(option.rect).adjusted(spacing::parts, 1, -spacing::parts, -1);
        const Colors &colors = colorsFor(option.palette);
        if (isCurrent || (option.state & QStyle::State_MouseOver)) {
            QColor fill = option.palette.color(QPalette::Active, QPalette::Highlight);
            fill.setAlpha(isCurrent ? 48 : 20);
            painter->setPen(Qt::NoPen);
            painter->setBrush(fill);
            painter->drawRoundedRect(row, 4, 4);
        }
        if (isCurrent) {
            painter->setBrush(colors.accent);
            painter->drawRoundedRect(QRectF(row.left(), row.top() + 4, 3, row.height() - 8), 1.5, 1.5);
        }
        if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange)) {
            painter->setPen(colors.accent);
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(row.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        }
        const QRect inside = row.toRect().adjusted(spacing::parts + spacing::tight, 0, -spacing::parts, 0);
        const QRect iconArea(inside.left(), inside.center().y() - 7, 16, 16);
        index.data(Qt::DecorationRole).value<QIcon>().paint(painter, iconArea);

        const QString badge = index.data(BadgeRole).toString();
        const auto badgeIcon = index.data(BadgeIconRole).value<QIcon>();
        const int numberWidth = option.fontMetrics.horizontalAdvance(badge);
        const int badgeWidth =
            numberWidth + (badgeIcon.isNull() || badge.isEmpty() ? 0 : badgeSize + spacing::tight);
        painter->setPen(option.palette.color(QPalette::Active, QPalette::Text));
        QRect text =
            inside.adjusted(16 + spacing::parts, 0, badge.isEmpty() ? 0 : -badgeWidth - spacing::parts, 0);
        painter->drawText(
            text, Qt::AlignLeft | Qt::AlignVCenter,
            option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, text.width()));
        painter->setPen(colors.muted);
        painter->drawText(inside, Qt::AlignRight | Qt::AlignVCenter, badge);
        if (badgeWidth > numberWidth)
            badgeIcon.paint(painter,
                            QRect(inside.right() - badgeWidth + 1, inside.center().y() - badgeSize / 2 + 1,
                                  badgeSize, badgeSize));
    }
};

QString translated(const char *text)
{
    return QCoreApplication::translate("pages", text);
}

} // namespace

PageList::PageList(std::span<const Page> pages, QWidget *parent) : QListWidget(parent)
{
    setObjectName(QStringLiteral("pageList"));
    setAccessibleName(tr("Pages"));
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(new PageDelegate(this));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setBackgroundRole(QPalette::Window);
    viewport()->setBackgroundRole(QPalette::Window);

    QString group;
    for (const Page &page : pages) {
        if (const QString next = translated(page.group); next != group) {
            group = next;
            addGroup(group);
        }
        addPage(page);
    }
    connect(this, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (item && !item->data(IdRole).isNull())
            emit chosen(item->data(IdRole).toString());
    });
}

void PageList::addGroup(const QString &title)
{
    auto *item = new QListWidgetItem(title.toUpper(), this);
    item->setFlags(Qt::NoItemFlags);
    item->setData(Qt::AccessibleTextRole, title);
}

void PageList::addPage(const Page &page)
{
    const QString title = translated(page.title);
    auto *item = new QListWidgetItem(icon(QLatin1String(page.icon)), title, this);
    item->setData(IdRole, QString::fromLatin1(page.id));
    item->setData(Qt::AccessibleTextRole, title);
    item->setToolTip(translated(page.purpose));
}

QListWidgetItem *PageList::itemOf(const QString &id) const
{
    for (int row = 0; row < count(); ++row) {
        if (item(row)->data(IdRole).toString() == id)
            return item(row);
    }
    return nullptr;
}

void PageList::setCurrentPage(const QString &id)
{
    const QSignalBlocker quietly(this);
    setCurrentItem(itemOf(id));
    viewport()->update();
}

void PageList::setBadge(const QString &id, const Page::Badge &badge)
{
    QListWidgetItem *item = itemOf(id);
    if (!item)
        return;
    item->setData(BadgeRole, badge.count > 0 ? QLocale().toString(badge.count) : QString());
    item->setData(BadgeIconRole, badge.icon);
    const QString title = item->text();
    //: Name of a page and what its number counts: "Services, 2 problems"
    item->setData(Qt::AccessibleTextRole, badge.count > 0 ? tr("%1, %2").arg(title, badge.meaning) : title);
}

QSize PageList::sizeHint() const
{
    return {std::max(168, sizeHintForColumn(0)), QListWidget::sizeHint().height()};
}

} // namespace ui
