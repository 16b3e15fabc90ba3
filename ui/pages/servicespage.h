// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/master/templates.h"
#include "core/usages/symbol.h"
#include "ui/pages/pagecontext.h"
#include "ui/widgets/focuswatch.h"

#include <QWidget>

class QAction;
class QStackedLayout;
class QTabBar;
class QToolButton;

namespace ui {

class EmptyState;
class EffectiveMatrix;
class GridView;
class ServiceDetail;
class ServicesModel;
class TextLabel;

/// master.cf as a grid, one row per service; below it what the chosen service overrides. A second view
/// shows what every service uses.
class ServicesPage : public QWidget
{
    Q_OBJECT

public:
    explicit ServicesPage(PageContext &context, QWidget *parent = nullptr);
    ~ServicesPage() override;

    /// Goes to the service in that row, in the lines of master.cf.
    void showService(int row);

private:
    void buildGrid();
    QTabBar *buildTabs();
    void showTab(int tab);
    void buildActions();
    QToolButton *buildAddButton();
    QToolButton *buildColumnButton();
    QToolButton *buildMoreButton();
    static bool canShare(int column);
    void connectParts();
    void onRefreshed();
    void showCurrent();
    void publishFocus();
    void refreshActions();
    void add(const master::Template &made);
    void copy();
    void move(int step);
    void remove();
    void selectForChroot();
    usages::Symbol currentSymbol() const;
    QString titleOf(int row) const;

    PageContext &m_context;
    ServicesModel *m_model = nullptr;
    GridView *m_grid = nullptr;
    QTabBar *m_tabs = nullptr;
    ServiceDetail *m_detail = nullptr;
    EmptyState *m_empty = nullptr;
    TextLabel *m_several = nullptr; ///< what several that are selected have in common
    QStackedLayout *m_stack = nullptr;
    QStackedLayout *m_views = nullptr; ///< the lines, and what they come to
    EffectiveMatrix *m_matrix = nullptr; ///< made when it is first asked for
    QAction *m_add = nullptr;
    QAction *m_columns = nullptr;
    QAction *m_suited = nullptr;
    QAction *m_copy = nullptr;
    QAction *m_up = nullptr;
    QAction *m_down = nullptr;
    QAction *m_remove = nullptr;
    QAction *m_rename = nullptr;
    QAction *m_usages = nullptr;
    QAction *m_show = nullptr;
    QList<QWidget *> m_tools; ///< act on the lines
    QByteArray m_key; ///< of the service that is chosen
    FocusWatch m_focus{[this](const QWidget *) { publishFocus(); }};
};

} // namespace ui
