// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/edits/tableedits.h"
#include "core/tables/usedtables.h"
#include "ui/grids/servicewords.h"
#include "ui/tables/gridshape.h"

#include <QWidget>

class QAction;
class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace tables {
struct SortPlan;
}

namespace ui {

class EditSession;
class FindReplaceBar;
class Findings;
class GridView;
class NewRowLine;
class RowFilterLine;
class RowShadows;
class TableRowsModel;
class TextLabel;

/// The rows of a table file as a grid, ten of them or a million: to change, add, remove, move, switch off, to
/// filter, to find and replace in, to copy and to paste, and to exchange as CSV. Each is one step of Undo.
class TableEditor : public QWidget
{
    Q_OBJECT

public:
    /// `session` and `findings` outlive it.
    TableEditor(EditSession &session, const Findings &findings, const tables::UsedTable &table,
                QWidget *parent = nullptr);
    ~TableEditor() override;

    const tables::UsedTable &table() const { return m_table; }
    /// Whether it can show that table as it is now, as the same with other facts.
    bool canShow(const tables::UsedTable &table) const;
    void setTable(const tables::UsedTable &table);
    /// What may stand in the second column, with its meaning; other texts stay as good.
    void setChoices(const QList<FieldChoice> &choices);
    /// Begins a new row with these cells; the second has the keyboard.
    void beginRow(const QString &key, const QString &value);
    /// Makes this row of the table the current one, even if that takes the filter away.
    void showRow(qsizetype tableRow);

    GridView *grid() const { return m_grid; }
    TableRowsModel *model() const { return m_model; }

    void importFrom(const QString &path);
    void exportTo(const QString &path);

public slots:
    void copy();
    void paste();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void fitColumns();
    void buildGrid();
    void buildActions();
    QLayout *buildTools();
    QLayout *buildProblem();
    QToolButton *newButton(QAction *action);
    void refreshState();
    void refreshActions();
    void refreshProblem();
    void reveal(bool isRevealed);
    bool isWritable() const;
    bool hasTargets() const;
    QByteArray keyText(int row) const;

    void add();
    void beginInserting();
    void setInserting(bool isInserting);
    bool addRows(const QString &title, qsizetype at, const QList<edits::NewRow> &rows);
    void remove();
    void move(int step);
    void switchRows(const QList<qsizetype> &rows, bool isOn);
    void pasteRows(const QString &text);
    void sort(Qt::SortOrder order);
    void takeOrder(const tables::SortPlan &plan);
    void askForImport();
    void askForExport();
    void complain(const QString &sentence);
    void fixCurrent();

    EditSession &m_session;
    const Findings &m_findings;
    tables::UsedTable m_table;
    GridShape m_shape;
    QString m_title;
    QList<FieldChoice> m_choices;

    TableRowsModel *m_model = nullptr;
    GridView *m_grid = nullptr;
    RowFilterLine *m_filter = nullptr;
    FindReplaceBar *m_replace = nullptr;
    RowShadows *m_shadows = nullptr;
    NewRowLine *m_newRow = nullptr;
    TextLabel *m_state = nullptr;
    QVBoxLayout *m_column = nullptr;
    QWidget *m_problem = nullptr; ///< what is found in the current row
    QLabel *m_problemIcon = nullptr;
    TextLabel *m_problemText = nullptr;
    QPushButton *m_fix = nullptr;
    QAction *m_insert = nullptr;
    QAction *m_up = nullptr;
    QAction *m_down = nullptr;
    QAction *m_remove = nullptr;
    QAction *m_copy = nullptr;
    QAction *m_paste = nullptr;
    QAction *m_find = nullptr;
    QAction *m_sortUp = nullptr;
    QAction *m_sortDown = nullptr;
    QAction *m_import = nullptr;
    QAction *m_export = nullptr;
    QAction *m_show = nullptr;
    QToolButton *m_reveal = nullptr; ///< null where nothing is secret
    bool m_isInserting = false; ///< the next new row goes above the current one
    bool m_areColumnsFitted = true; ///< nobody has chosen other widths
};

} // namespace ui
