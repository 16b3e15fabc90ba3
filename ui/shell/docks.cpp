// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/docks.h"

#include "ui/widgets/icon.h"

#include <QAction>
#include <QCoreApplication>
#include <QDockWidget>
#include <QTabBar>
#include <QTimer>

#include <algorithm>

namespace ui {

namespace {

constexpr int narrowWindow = 1000;
constexpr int layoutVersion = 1;

} // namespace

Docks::Docks(std::span<const Dock> table, PageContext &context, QMainWindow &window)
    : QObject(&window), m_table(table), m_context(context), m_window(window)
{
    window.setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
    window.setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
    window.setDockOptions(QMainWindow::AllowNestedDocks | QMainWindow::AllowTabbedDocks);
    window.setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    for (const Dock &row : table)
        add(row);
    m_layout = window.saveState(layoutVersion);
}

void Docks::add(const Dock &row)
{
    const QString title = QCoreApplication::translate("docks", row.title);
    auto *dock = new QDockWidget(title, &m_window);
    dock->setObjectName(QString::fromLatin1(row.id));
    dock->setAccessibleName(title);
    m_window.addDockWidget(row.area, dock);
    m_window.resizeDocks({dock}, {row.size},
                         row.area == Qt::BottomDockWidgetArea ? Qt::Vertical : Qt::Horizontal);
    connect(dock, &QDockWidget::visibilityChanged, this, [this, dock](bool isVisible) {
        if (isVisible && !m_isOpening)
            fill(dock);
    });
    dock->installEventFilter(this);
    if (!row.isShownAtFirst)
        dock->hide();
    m_docks.insert(dock->objectName(), dock);

    QAction *toggle = dock->toggleViewAction();
    toggle->setIcon(icon(QLatin1String(row.icon)));
    toggle->setShortcut(QKeySequence(QLatin1String(row.shortcut)));
    connect(toggle, &QAction::triggered, this, [this, id = dock->objectName()](bool isShown) {
        if (isShown)
            show(id);
    });
    m_actions.append(toggle);
}

void Docks::fill(QDockWidget *dock)
{
    const auto row = std::ranges::find_if(
        m_table, [dock](const Dock &one) { return dock->objectName() == QLatin1String(one.id); });
    if (dock->isVisible() && !dock->widget())
        dock->setWidget(row->create(m_context, dock));
}

/// When a folder is opened, its page is seen before the panels beside it are made.
bool Docks::eventFilter(QObject *watched, QEvent *event)
{
    auto *dock = qobject_cast<QDockWidget *>(watched);
    if (event->type() == QEvent::Paint && dock && !dock->widget())
        QTimer::singleShot(0, this, [this, dock] { fill(dock); });
    return QObject::eventFilter(watched, event);
}

void Docks::show(const QString &id)
{
    QDockWidget *dock = find(id);
    if (!dock)
        return;
    const bool isAlone = m_window.tabifiedDockWidgets(dock).isEmpty() && !dock->isFloating();
    for (QDockWidget *other : std::as_const(m_docks)) {
        const bool isBeside = other != dock && !other->isHidden() && !other->isFloating()
            && m_window.dockWidgetArea(other) == m_window.dockWidgetArea(dock);
        if (isAlone && isBeside && m_window.dockWidgetArea(dock) == Qt::BottomDockWidgetArea) {
            m_window.tabifyDockWidget(other, dock);
            break;
        }
    }
    dock->show();
    dock->raise();
    for (QTabBar *bar : m_window.findChildren<QTabBar *>(QString(), Qt::FindDirectChildrenOnly))
        bar->setAccessibleName(tr("Panels"));
}

void Docks::setUsed(bool used)
{
    if (used == m_isUsed)
        return;
    if (!used)
        m_layout = layout();
    m_isUsed = used;
    if (used) {
        m_isOpening = true;
        m_window.restoreState(m_layout, layoutVersion);
        fold(m_window.width());
        m_isOpening = false;
    } else {
        m_folded.clear();
        for (QDockWidget *dock : std::as_const(m_docks))
            dock->hide();
    }
    for (QAction *toggle : std::as_const(m_actions))
        toggle->setEnabled(used);
}

void Docks::fold(int windowWidth)
{
    if (!m_isUsed)
        return;
    if (windowWidth >= narrowWindow) {
        unfoldAll();
        keepRoom(windowWidth);
        return;
    }
    for (const Dock &row : m_table)
        foldOne(row);
}

void Docks::keepRoom(int windowWidth)
{
    const int most = windowWidth * 2 / 5;
    for (QDockWidget *dock : std::as_const(m_docks)) {
        const Qt::DockWidgetArea area = m_window.dockWidgetArea(dock);
        const bool isAtASide = area == Qt::LeftDockWidgetArea || area == Qt::RightDockWidgetArea;
        if (!isAtASide || dock->isFloating() || dock->isHidden())
            continue;
        if (dock->width() > most) {
            m_narrowed.insert(dock, std::max(dock->width(), m_narrowed.value(dock)));
            m_window.resizeDocks({dock}, {windowWidth / 3}, Qt::Horizontal);
        } else if (m_narrowed.contains(dock) && m_narrowed.value(dock) <= most) {
            m_window.resizeDocks({dock}, {m_narrowed.take(dock)}, Qt::Horizontal);
        }
    }
}

void Docks::foldOne(const Dock &row)
{
    QDockWidget *dock = find(QString::fromLatin1(row.id));
    if (!row.folds || m_folded.contains(dock) || dock->isFloating() || dock->isHidden()
        || m_window.dockWidgetArea(dock) != row.area)
        return; // where the user has put it, it stays
    QDockWidget *beside = nullptr;
    for (QDockWidget *other : std::as_const(m_docks)) {
        if (other != dock && !other->isHidden() && !other->isFloating()
            && m_window.dockWidgetArea(other) == Qt::BottomDockWidgetArea)
            beside = other;
    }
    m_folded.append(dock);
    m_window.addDockWidget(Qt::BottomDockWidgetArea, dock);
    if (beside) {
        m_window.tabifyDockWidget(beside, dock);
        beside->raise();
    }
}

void Docks::unfoldAll()
{
    for (const Dock &row : m_table) {
        QDockWidget *dock = find(QString::fromLatin1(row.id));
        if (!m_folded.contains(dock))
            continue;
        const bool wasHidden = dock->isHidden();
        m_window.addDockWidget(row.area, dock);
        dock->setHidden(wasHidden);
        m_window.resizeDocks({dock}, {row.size}, Qt::Horizontal);
    }
    m_folded.clear();
}

QByteArray Docks::layout()
{
    if (!m_isUsed)
        return m_layout;
    if (m_folded.isEmpty())
        return m_window.saveState(layoutVersion);
    // What is remembered is the layout of a wide window; folding is done anew each time.
    unfoldAll();
    const QByteArray layout = m_window.saveState(layoutVersion);
    fold(m_window.width());
    return layout;
}

void Docks::setLayout(const QByteArray &layout)
{
    if (layout.isEmpty())
        return;
    m_layout = layout;
    if (m_isUsed) {
        m_folded.clear();
        m_window.restoreState(layout, layoutVersion);
        fold(m_window.width());
    }
}

} // namespace ui
