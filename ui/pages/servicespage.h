// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/edits/serviceedits.h"
#include "core/usages/symbol.h"
#include "ui/pages/pagecontext.h"

#include <QWidget>

class QAction;
class QStackedLayout;
class QToolButton;

namespace ui {

class EmptyState;
class GridView;
class ServiceDetail;
class ServicesModel;

/// master.cf as a grid, one row per service; below it what the chosen service overrides.
class ServicesPage : public QWidget
{
    Q_OBJECT

public:
    explicit ServicesPage(PageContext &context, QWidget *parent = nullptr);
    ~ServicesPage() override;

private:
    void buildGrid();
    void buildActions();
    QToolButton *buildAddButton();
    void connectParts();
    void onRefreshed();
    void showCurrent();
    void publishFocus();
    void refreshActions();
    void add(const edits::ServiceSpec &spec);
    void copy();
    void move(int step);
    void remove();
    usages::Symbol currentSymbol() const;
    QString titleOf(int row) const;

    PageContext &m_context;
    ServicesModel *m_model = nullptr;
    GridView *m_grid = nullptr;
    ServiceDetail *m_detail = nullptr;
    EmptyState *m_empty = nullptr;
    QStackedLayout *m_stack = nullptr;
    QAction *m_add = nullptr;
    QAction *m_copy = nullptr;
    QAction *m_up = nullptr;
    QAction *m_down = nullptr;
    QAction *m_remove = nullptr;
    QAction *m_rename = nullptr;
    QAction *m_usages = nullptr;
    QAction *m_show = nullptr;
    QByteArray m_key; ///< of the service that is chosen
};

} // namespace ui
