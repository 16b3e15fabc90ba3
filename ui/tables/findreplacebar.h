// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/tables/replacing.h"

#include <QFrame>

class QComboBox;
class QLineEdit;
class QToolButton;

namespace ui {

class EditSession;
class GridView;
class TableRowsModel;
class TextLabel;

/// Finds a text in the rows of a table and puts another in its place, one by one or in all rows at once.
class FindReplaceBar : public QFrame
{
    Q_OBJECT

public:
    FindReplaceBar(EditSession &session, TableRowsModel &model, GridView &grid, QWidget *parent = nullptr);

    /// Opens it, with this to look for.
    void open(const QString &text);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QLayout *buildFind();
    QLayout *buildReplace();
    tables::Replacing wanted() const;
    void go(int step);
    bool isHit(int row) const;
    void replaceOne();
    void replaceAll();
    void make(const tables::ReplacePlan &plan);
    void say(const QString &text);
    void leave();

    EditSession &m_session;
    TableRowsModel &m_model;
    GridView &m_grid;
    QLineEdit *m_find = nullptr;
    QLineEdit *m_by = nullptr;
    QComboBox *m_part = nullptr;
    QToolButton *m_case = nullptr;
    TextLabel *m_state = nullptr;
    QWidget *m_replaceAll = nullptr;
    bool m_isFresh = true; ///< nobody has looked for that text yet
};

} // namespace ui
