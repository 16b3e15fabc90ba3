// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/tables/namedtable.h"
#include "ui/grids/servicewords.h"
#include "ui/grids/tableshape.h"

#include <QWidget>

#include <map>

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace ui {

class EditSession;
class GridView;
class Knowledge;
class NewRowLine;
class TableRowsModel;
class TextLabel;

/// The rows of the table that a parameter of main.cf names, to add, change, move, switch off and remove.
/// Where there is no table yet, the first row makes its file and sets the parameter, in one step. Where the
/// rows can't be shown it says why.
class TableRows : public QWidget
{
    Q_OBJECT

public:
    /// `shape`, `session` and `knowledge` outlive it.
    TableRows(EditSession &session, Knowledge &knowledge, const TableShape &shape, QWidget *parent = nullptr);

    /// What may stand in a column, with its meaning; other texts stay as good.
    void setChoices(int column, const QList<FieldChoice> &choices);
    /// Where a new row's column is written.
    QLineEdit *input(int column) const;
    /// A sentence above the rows, until something changes.
    void say(const QString &text);
    /// A button beside those lines.
    void addTool(QWidget *tool);
    TableRowsModel *model() const { return m_model; }
    GridView *grid() const { return m_grid; }
    /// Takes the height that there is, instead of that of its rows.
    void setTall();

protected:
    void showEvent(QShowEvent *event) override;

private:
    QLayout *buildHead();
    void buildGrid();
    void fillWhich(const QByteArray &before);
    void refresh();
    void refreshActions();
    void refreshState();
    void fit();
    tables::NamedTable shownTable() const;
    tables::NamedTable newTable() const;
    void add();
    void remove();
    void move(int step);
    void reveal(bool isRevealed);

    EditSession &m_session;
    Knowledge &m_knowledge;
    const TableShape &m_shape;
    QString m_title;
    TableRowsModel *m_model = nullptr;
    QComboBox *m_which = nullptr; ///< seen where the parameter names several
    GridView *m_grid = nullptr;
    QWidget *m_buttons = nullptr; ///< act on the chosen row, or on all
    TextLabel *m_state = nullptr;
    std::map<int, QList<FieldChoice>> m_choices;
    NewRowLine *m_addLine = nullptr;
    QAction *m_up = nullptr;
    QAction *m_down = nullptr;
    QAction *m_remove = nullptr;
    QAction *m_show = nullptr;
    QToolButton *m_reveal = nullptr; ///< null where nothing is secret
    QList<tables::NamedTable> m_tables;
    bool m_isTall = false;
    bool m_isStale = false;
};

} // namespace ui
