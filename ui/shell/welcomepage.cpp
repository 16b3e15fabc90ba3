// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/welcomepage.h"

#include "ui/settings/settings.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/spacing.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>

namespace ui {

namespace {

QPushButton *bigButton(const QString &iconName, const QString &text, const QString &tip)
{
    auto *button = new QPushButton(icon(iconName), text);
    button->setIconSize({20, 20});
    button->setMinimumHeight(36);
    button->setToolTip(tip);
    return button;
}

} // namespace

WelcomePage::WelcomePage(Settings &settings, QWidget *parent) : QWidget(parent), m_settings(settings)
{
    setObjectName(QStringLiteral("welcomePage"));
    setAccessibleName(tr("Welcome"));
    auto *mark = new QLabel;
    mark->setPixmap(
        QIcon(QStringLiteral(":/icons/postwright.svg")).pixmap(QSize(48, 48), devicePixelRatioF()));
    auto *words = new QVBoxLayout;
    words->setSpacing(spacing::tight);
    words->addWidget(new TextLabel(TextLabel::Rank::Title, QStringLiteral("Postwright")));
    auto *purpose = new TextLabel(TextLabel::Rank::Muted,
                                  tr("See, change and check the configuration of a mail server."));
    purpose->setWordWrap(true);
    words->addWidget(purpose);
    auto *head = new QHBoxLayout;
    head->setSpacing(spacing::fields);
    head->addWidget(mark);
    head->addLayout(words, 1);

    m_recent = new QListWidget;
    m_recent->setObjectName(QStringLiteral("recentFolders"));
    m_recent->setAccessibleName(tr("Recent folders"));
    m_recent->setAlternatingRowColors(false);
    connect(m_recent, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem *item) { emit folderChosen(item->data(Qt::UserRole).toString()); });
    connect(m_recent, &QListWidget::itemClicked, this,
            [this](const QListWidgetItem *item) { emit folderChosen(item->data(Qt::UserRole).toString()); });
    auto *forgetIt = new QAction(tr("Remove from This List"), m_recent);
    forgetIt->setShortcut(QKeySequence::Delete);
    forgetIt->setShortcutContext(Qt::WidgetShortcut);
    connect(forgetIt, &QAction::triggered, this, [this] {
        if (const QListWidgetItem *item = m_recent->currentItem())
            forget(item->data(Qt::UserRole).toString());
    });
    m_recent->addAction(forgetIt);
    m_recent->setContextMenuPolicy(Qt::ActionsContextMenu);

    m_recentArea = new QWidget;
    auto *recentColumn = new QVBoxLayout(m_recentArea);
    recentColumn->setContentsMargins(0, 0, 0, 0);
    recentColumn->addWidget(new TextLabel(TextLabel::Rank::Heading, tr("Recent folders")));
    recentColumn->addWidget(m_recent);

    auto *content = new QWidget;
    content->setFixedWidth(440);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::groups);
    column->addLayout(head);
    column->addWidget(beginnings());
    column->addWidget(m_recentArea);

    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(spacing::fields, spacing::fields, spacing::fields, spacing::fields);
    page->addStretch(1);
    auto *row = new QHBoxLayout; // an alignment would cut text that wraps
    row->addStretch(1);
    row->addWidget(content);
    row->addStretch(1);
    page->addLayout(row);
    page->addStretch(2);
}

QWidget *WelcomePage::beginnings()
{
    auto *area = new QWidget;
    auto *column = new QVBoxLayout(area);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::parts);

    auto *open =
        bigButton(QStringLiteral("folder-open"), tr("&Open Folder…"),
                  tr("A folder with main.cf and master.cf: of this machine, a copy, or a mounted server"));
    open->setDefault(true);
    connect(open, &QPushButton::clicked, this, &WelcomePage::browseChosen);
    column->addWidget(open);

    const QString own = QStringLiteral("/etc/postfix");
    if (QFileInfo::exists(own + QStringLiteral("/main.cf"))) {
        auto *here = bigButton(QStringLiteral("server"), tr("Open &This Machine’s Postfix"), own);
        connect(here, &QPushButton::clicked, this, [this, own] { emit folderChosen(own); });
        column->addWidget(here);
    }
    auto *sample = bigButton(QStringLiteral("lightbulb"), tr("Open a &Sample Server"),
                             tr("A private copy of a commented example, to try things on"));
    connect(sample, &QPushButton::clicked, this, &WelcomePage::sampleChosen);
    column->addWidget(sample);
    return area;
}

void WelcomePage::showEvent(QShowEvent *event)
{
    refresh();
    QWidget::showEvent(event);
}

void WelcomePage::refresh()
{
    const QStringList folders = recentFolders(m_settings);
    m_recent->clear();
    for (const QString &folder : folders) {
        auto *item = new QListWidgetItem(icon(QStringLiteral("folder")), folder, m_recent);
        item->setData(Qt::UserRole, folder);
        item->setToolTip(folder);
    }
    m_recentArea->setVisible(!folders.isEmpty());
    const int rows = static_cast<int>(std::clamp<qsizetype>(folders.size(), 1, 8));
    m_recent->setFixedHeight(rows * std::max(m_recent->sizeHintForRow(0), 20) + 2 * m_recent->frameWidth());
}

void WelcomePage::forget(const QString &path)
{
    removeRecentFolder(m_settings, path);
    refresh();
}

} // namespace ui
