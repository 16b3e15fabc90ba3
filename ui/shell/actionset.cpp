// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/actionset.h"

#include "ui/shell/mainwindow.h"
#include "ui/widgets/icon.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>
#include <QToolButton>

namespace ui {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("actions", text);
}

QString withoutMnemonic(QString text)
{
    return text.remove(u'&').remove(u'…');
}

} // namespace

ActionSet::ActionSet(std::span<const Action> table, MainWindow &window)
    : QObject(&window), m_table(table), m_window(window)
{
    for (const Action::Menu menu : {Action::Menu::File, Action::Menu::Edit, Action::Menu::View,
                                    Action::Menu::Go, Action::Menu::Tools, Action::Menu::Help}) {
        m_menus[static_cast<size_t>(menu)] = window.menuBar()->addMenu(menuTitle(menu));
        m_menus[static_cast<size_t>(menu)]->setToolTipsVisible(true);
    }
    for (const Action &row : table) {
        auto *action = new QAction(icon(QLatin1String(row.icon)), translated(row.text), this);
        action->setObjectName(QString::fromLatin1(row.id));
        action->setShortcut(QKeySequence(QLatin1String(row.shortcut)));
        action->setStatusTip({});
        connect(action, &QAction::triggered, this, [this, run = row.run] { run(m_window); });
        QMenu *target = menu(row.menu);
        if (row.startsGroup && !target->isEmpty())
            target->addSeparator();
        target->addAction(action);
        m_actions.append(action);
    }
    refresh();
}

QAction *ActionSet::find(const QString &id) const
{
    for (QAction *action : m_actions) {
        if (action->objectName() == id)
            return action;
    }
    return nullptr;
}

void ActionSet::fillToolBar(QToolBar &toolBar) const
{
    for (qsizetype i = 0; i < m_actions.size(); ++i) {
        const Action &row = m_table[static_cast<size_t>(i)];
        if (row.toolBar == Action::ToolBar::No)
            continue;
        if (row.startsGroup && !toolBar.actions().isEmpty())
            toolBar.addSeparator();
        toolBar.addAction(m_actions[i]);
        auto *button = qobject_cast<QToolButton *>(toolBar.widgetForAction(m_actions[i]));
        button->setToolButtonStyle(row.toolBar == Action::ToolBar::WithText ? Qt::ToolButtonTextBesideIcon
                                                                            : Qt::ToolButtonIconOnly);
        button->setProperty("words", row.toolBar == Action::ToolBar::WithText);
        button->setFocusPolicy(Qt::TabFocus);
    }
}

void ActionSet::refresh()
{
    for (qsizetype i = 0; i < m_actions.size(); ++i) {
        const Action &row = m_table[static_cast<size_t>(i)];
        QAction *action = m_actions[i];
        if (row.isEnabled)
            action->setEnabled(row.isEnabled(m_window));
        if (row.title)
            action->setText(row.title(m_window));
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        const QString tip = row.title ? withoutMnemonic(action->text()) : translated(row.tip);
        action->setIconText(withoutMnemonic(translated(row.text)));
        //: What a button does, and its keys
        action->setToolTip(keys.isEmpty() ? tip : tr("%1 (%2)").arg(tip, keys));
    }
}

QList<FindEntry> ActionSet::entries() const
{
    QList<FindEntry> entries;
    for (qsizetype i = 0; i < m_actions.size(); ++i) {
        const Action &row = m_table[static_cast<size_t>(i)];
        QAction *action = m_actions[i];
        if (!action->isEnabled())
            continue;
        entries.append(FindEntry{.title = withoutMnemonic(translated(row.text)),
                                 .detail = translated(row.tip),
                                 .icon = QString::fromLatin1(row.icon),
                                 .kind = tr("Command"),
                                 .go = [action] { action->trigger(); }});
    }
    return entries;
}

} // namespace ui
