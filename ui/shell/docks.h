// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages/pagecontext.h"

#include <QHash>
#include <QMainWindow>

#include <span>

class QDockWidget;

namespace ui {

/// A panel beside the pages. The window knows this table and no panel by name.
struct Dock
{
    const char *id; ///< stable: the layout remembers it
    const char *title; ///< translation context "docks"
    const char *icon;
    const char *shortcut; ///< shows and hides it
    Qt::DockWidgetArea area;
    int size; ///< width at a side, height at the bottom, when it is first shown
    bool folds; ///< in a narrow window a panel at the side becomes a tab at the bottom
    QWidget *(*create)(PageContext &context, QWidget *parent);
    bool isShownAtFirst = true; ///< else it waits until it is asked for
};

/// In the order they are put into the window.
std::span<const Dock> docks();

/// The panels of one window. Each is created when it is first seen.
class Docks : public QObject
{
    Q_OBJECT

public:
    Docks(std::span<const Dock> table, PageContext &context, QMainWindow &window);

    QDockWidget *find(const QString &id) const { return m_docks.value(id); }
    /// In front of the others at the bottom, or where it is.
    void show(const QString &id);
    const QList<QAction *> &actions() const { return m_actions; }

    /// Shows the panels as they were left, or hides them all while there is nothing to show.
    void setUsed(bool used);
    /// To be called when the window has another width.
    void fold(int windowWidth);

    QByteArray layout();
    void setLayout(const QByteArray &layout);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void add(const Dock &row);
    void fill(QDockWidget *dock);
    void foldOne(const Dock &row);
    void unfoldAll();
    void keepRoom(int windowWidth);

    std::span<const Dock> m_table;
    PageContext &m_context;
    QMainWindow &m_window;
    QHash<QString, QDockWidget *> m_docks;
    QList<QAction *> m_actions;
    QByteArray m_layout; ///< as the user left it, unfolded
    QList<QDockWidget *> m_folded;
    QHash<QDockWidget *, int> m_narrowed; ///< their width before the window became too narrow for it
    bool m_isUsed = true;
    bool m_isOpening = false;
};

} // namespace ui
