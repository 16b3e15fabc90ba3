// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/tables/usedtables.h"
#include "ui/pages/pagecontext.h"

#include <QWidget>

class QComboBox;
class QVBoxLayout;

namespace ui {

class GridView;
class TableEditor;
class TableRows;
class TableRowsModel;
struct TableShape;

/// The aliases that a parameter's tables hold: the rows of one of them as a grid, and a choice where there
/// are several. Where there is none yet, the first row makes one.
class AliasTable : public QWidget
{
    Q_OBJECT

public:
    /// `shape` outlives it.
    AliasTable(PageContext &context, const TableShape &shape, QWidget *parent = nullptr);

    GridView *grid() const;
    /// Begins a new row; what is missing of it has the keyboard.
    void beginRow(const QString &key, const QString &value);
    /// Goes to the row there; false when it is in none of these tables.
    bool showPlace(const model::Place &place);

signals:
    /// The row of this address, or of this name, is the current one.
    void chosen(const QString &address);

protected:
    void showEvent(QShowEvent *event) override;

private:
    TableRowsModel *model() const;
    QList<tables::UsedTable> wanted() const;
    void refresh();
    void showTable(int index);
    void watch();
    void tell();

    PageContext &m_context;
    const TableShape &m_shape;
    QComboBox *m_which = nullptr; ///< seen where there are several
    QVBoxLayout *m_column = nullptr;
    TableEditor *m_editor = nullptr; ///< null as long as no table has rows that can be seen
    TableRows *m_first = nullptr; ///< instead of that
    QList<tables::UsedTable> m_tables;
    bool m_isStale = true;
};

} // namespace ui
