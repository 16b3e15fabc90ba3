// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/changes.h"
#include "ui/pages/pagecontext.h"

#include <QWidget>

class QLineEdit;
class QListView;
class QPushButton;
class QSortFilterProxyModel;
class QVBoxLayout;

namespace ui {

class EmptyState;
class IndexBar;
class TableHead;
class TableListModel;
class TableView;

/// Every lookup table that the configuration names: a list of them, and the one that is chosen.
class TablesPage : public QWidget
{
    Q_OBJECT

public:
    TablesPage(PageContext &context, const QString &title, const QString &purpose, QWidget *parent = nullptr);

    /// Chooses "type:name", if there is such a table.
    void showTable(const QByteArray &name);
    /// Goes to the row there, if the file is one of a table.
    void showPlace(const model::Place &place);
    TableView *view() const { return m_view; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildList();
    QWidget *buildTable();
    void refresh();
    void showCurrent();
    QByteArray currentName() const;
    void lookUp();

    PageContext &m_context;
    TableListModel *m_model = nullptr;
    QSortFilterProxyModel *m_shown = nullptr;
    QLineEdit *m_search = nullptr;
    QListView *m_list = nullptr;
    TableHead *m_head = nullptr;
    IndexBar *m_index = nullptr;
    QPushButton *m_change = nullptr; ///< its name and type
    TableView *m_view = nullptr; ///< null as long as no table is chosen
    QWidget *m_table = nullptr; ///< head and view
    QVBoxLayout *m_tableColumn = nullptr;
    EmptyState *m_empty = nullptr;
    bool m_isStale = false;
    bool m_isRenamed = false; ///< the chosen table is the same under another name
};

} // namespace ui
