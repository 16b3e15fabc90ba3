// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/changes.h"
#include "core/tables/rowsearch.h"

#include <QFutureWatcher>
#include <QLineEdit>

namespace ui {

class EditSession;
class TableRowsModel;

/// Shows only the rows of a table that hold what is written here, while it is written.
class RowFilterLine : public QLineEdit
{
    Q_OBJECT

public:
    RowFilterLine(EditSession &session, TableRowsModel &model, QWidget *parent = nullptr);

    bool isSearching() const { return m_watcher.isRunning(); }

signals:
    /// Other rows are shown than before, or all that there are have been found.
    void filtered();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void search();
    void take(int first, int end);
    void finish();
    void onChanged(const model::Changes &changes);

    EditSession &m_session;
    TableRowsModel &m_model;
    tables::RowSearch m_search;
    QFutureWatcher<tables::RowNumbers> m_watcher;
    bool m_isFirst = true; ///< nothing of what was found is shown yet
};

} // namespace ui
