// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/aliases/rolelist.h"

#include "ui/widgets/icon.h"
#include "ui/widgets/spacing.h"
#include "ui/widgets/textlabel.h"

#include <QGridLayout>
#include <QPushButton>
#include <QToolButton>

namespace ui {

using delivery::Reach;
using delivery::Reception;

namespace {

QIcon iconOf(Reach reach)
{
    switch (reach) {
    case Reach::Someone:
        return icon(QStringLiteral("mail"), IconColor::Muted);
    case Reach::RootOnly:
        return icon(QStringLiteral("triangle-alert"), IconColor::Warning);
    case Reach::Nobody:
        return icon(QStringLiteral("circle-x"), IconColor::Error);
    case Reach::Unknown:
        break;
    }
    return icon(QStringLiteral("circle-help"), IconColor::Info);
}

} // namespace

RoleList::RoleList(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(tr("Mail to root, postmaster and their like"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(spacing::parts);
    grid->setVerticalSpacing(spacing::tight);
    grid->addWidget(new TextLabel(TextLabel::Rank::Heading, tr("Mail that must reach somebody")), 0, 0, 1, 4);
    grid->setColumnStretch(1, 1);
    for (const delivery::Role &role : delivery::roles()) {
        const QString name = QString::fromLatin1(role.name);
        Line line;
        line.icon = new QLabel;
        line.sentence = new QLabel(tr("Mail for %1 is being followed.").arg(name));
        line.sentence->setWordWrap(true);
        line.sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
        line.sentence->setTextFormat(Qt::PlainText);
        line.show = new QToolButton;
        line.show->setIcon(icon(QStringLiteral("crosshair")));
        line.show->setAutoRaise(true);
        line.show->setFocusPolicy(Qt::TabFocus);
        line.show->setToolTip(tr("Show the way of mail for %1").arg(name));
        line.show->setAccessibleName(line.show->toolTip());
        connect(line.show, &QToolButton::clicked, this, [this, name] { emit chosen(name); });
        const QString target = QString::fromLatin1(role.usual);
        line.help = new QPushButton(target.isEmpty() ? tr("Choose Who…") : tr("Send to %1").arg(target));
        line.help->setAccessibleName(target.isEmpty() ? tr("Choose who gets mail for %1").arg(name)
                                                      : tr("Send mail for %1 to %2").arg(name, target));
        line.help->setToolTip(line.help->accessibleName());
        connect(line.help, &QPushButton::clicked, this,
                [this, name, target] { emit aliasWanted(name, target); });
        line.help->hide();
        const int row = grid->rowCount();
        grid->addWidget(line.icon, row, 0);
        grid->addWidget(line.sentence, row, 1);
        grid->addWidget(line.help, row, 2);
        grid->addWidget(line.show, row, 3);
        m_lines.push_back(line);
    }
    grid->setRowStretch(grid->rowCount(), 1);
}

void RoleList::setReceptions(const QList<Reception> &receptions)
{
    for (size_t i = 0; i < m_lines.size() && static_cast<qsizetype>(i) < receptions.size(); ++i) {
        const Reception &reception = receptions[static_cast<qsizetype>(i)];
        const int size = fontMetrics().height();
        m_lines[i].icon->setPixmap(iconOf(reception.reach).pixmap(size, size));
        m_lines[i].sentence->setText(delivery::sentence(reception));
        // A button that has done its work hands the keyboard on.
        if (!reception.needsAlias && m_lines[i].help->hasFocus())
            m_lines[i].show->setFocus(Qt::OtherFocusReason);
        m_lines[i].help->setVisible(reception.needsAlias);
    }
}

} // namespace ui
