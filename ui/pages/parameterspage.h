// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages/pagecontext.h"

#include <QWidget>

class QAction;
class QComboBox;
class QLineEdit;
class QSplitter;
class QStackedLayout;

namespace ui {

class EmptyState;
class GridView;
class NameValueBar;
class ParameterDetail;
class ParametersModel;

/// Every setting of the files with its value and its place, to search, change, switch and remove.
class ParametersPage : public QWidget
{
    Q_OBJECT

public:
    explicit ParametersPage(PageContext &context, QWidget *parent = nullptr);
    ~ParametersPage() override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildGrid();
    void buildActions();
    QLayout *buildFilters();
    void connectParts();
    void onRefreshed();
    void onCurrentChanged();
    void showCurrent();
    void showEmpty();
    void publishFocus();
    void add(const QString &name, const QString &value);
    void reset();
    void remove();

    PageContext &m_context;
    ParametersModel *m_model = nullptr;
    GridView *m_grid = nullptr;
    ParameterDetail *m_detail = nullptr;
    NameValueBar *m_bar = nullptr;
    QLineEdit *m_search = nullptr;
    QComboBox *m_shown = nullptr;
    EmptyState *m_empty = nullptr;
    QStackedLayout *m_stack = nullptr;
    QSplitter *m_split = nullptr;
    QAction *m_add = nullptr;
    QAction *m_reset = nullptr;
    QAction *m_remove = nullptr;
    QAction *m_show = nullptr;
    QByteArray m_key; ///< of the row that is chosen
    int m_row = -1;
};

} // namespace ui
