// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/shell/actions.h"
#include "ui/shell/findentries.h"

#include <QObject>

class QAction;
class QMenu;
class QToolBar;

namespace ui {

/// The table of actions as QActions of one window, its menus and its tool bar.
class ActionSet : public QObject
{
    Q_OBJECT

public:
    ActionSet(std::span<const Action> table, MainWindow &window);

    QAction *find(const QString &id) const;
    QMenu *menu(Action::Menu menu) const { return m_menus[static_cast<size_t>(menu)]; }
    void fillToolBar(QToolBar &toolBar) const;
    /// What may be done now, and under which name.
    void refresh();
    /// Those that may be done now.
    QList<FindEntry> entries() const;

private:
    std::span<const Action> m_table;
    MainWindow &m_window;
    QList<QAction *> m_actions; ///< one per row
    QMenu *m_menus[6] = {};
};

} // namespace ui
