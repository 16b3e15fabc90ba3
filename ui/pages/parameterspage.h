// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/grids/parametersmodel.h"
#include "ui/pages/pagecontext.h"
#include "ui/widgets/focuswatch.h"

#include <QSet>
#include <QTimer>
#include <QWidget>

class QAction;
class QMenu;
class QSplitter;
class QStackedLayout;

namespace ui {

class EmptyState;
class NameValueBar;
class ParameterDetail;
class ParameterSearch;
class TreeGrid;

/// Every parameter that Postfix has and every one of the user's own, to search, read about, change and reset.
class ParametersPage : public QWidget
{
    Q_OBJECT

public:
    explicit ParametersPage(PageContext &context, QWidget *parent = nullptr);
    ~ParametersPage() override;

    /// Looks for this as if it had been written into the search box.
    void search(const QString &query);
    /// Goes to a parameter, if there is one of that name.
    void showParameter(const QByteArray &name);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildTree();
    void buildActions();
    void layOut();
    void connectParts();
    void hideColumns();
    void setQuery(const QString &text);
    void onRefreshed(bool anew);
    void onCurrentChanged();
    void openTopics();
    void followCurrent();
    void showCurrent();
    void showState();
    void publishFocus();
    void add(const QString &name, const QString &value);
    void leaveBar();
    void reset();

    PageContext &m_context;
    ParametersModel *m_model = nullptr;
    TreeGrid *m_tree = nullptr;
    ParameterDetail *m_detail = nullptr;
    ParameterSearch *m_search = nullptr;
    NameValueBar *m_bar = nullptr;
    QWidget *m_barBox = nullptr; ///< hidden until somebody wants to add
    EmptyState *m_empty = nullptr;
    QStackedLayout *m_stack = nullptr;
    QSplitter *m_split = nullptr;
    QAction *m_add = nullptr;
    QAction *m_rename = nullptr;
    QAction *m_reset = nullptr;
    QAction *m_show = nullptr;
    ParametersModel::Node m_node; ///< that is chosen
    QSet<QString> m_openTopics; ///< as the user left them while nothing is searched for
    bool m_isOpening = false;
    bool m_isSearching = false;
    QTimer m_pause; ///< while the user goes on writing, the detail stays behind
    FocusWatch m_focus{[this](const QWidget *) { publishFocus(); }};
};

} // namespace ui
