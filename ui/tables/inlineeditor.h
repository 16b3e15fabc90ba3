// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/tables/inlinerows.h"
#include "ui/tables/gridshape.h"

#include <QAbstractTableModel>
#include <QWidget>

class QAction;
class QToolButton;

namespace ui {

class EditSession;
class GridView;
class NewRowLine;

/// The rows of an inline: table; each change is made in the setting that holds it.
class InlineRowsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// `session` and `shape` outlive it.
    InlineRowsModel(EditSession &session, const TableShape &shape, const tables::UsedTable &table,
                    QObject *parent = nullptr);

    void setTable(const tables::UsedTable &table);
    void setRevealed(bool isRevealed);
    /// The cell, and so what is typed into it, shows as dots.
    bool isMasked(const QModelIndex &index) const;
    bool set(int row, const std::optional<tables::InlineRow> &fresh, const QString &title);
    bool insert(int before, const tables::InlineRow &fresh);
    bool move(int row, int step);
    QString keyText(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

private:
    QByteArray cell(const QModelIndex &index) const;
    tables::InlineRow withCell(const QModelIndex &index, const QByteArray &wanted) const;

    EditSession &m_session;
    const TableShape &m_shape;
    tables::UsedTable m_table;
    QList<tables::InlineRow> m_rows;
    bool m_isRevealed = false;
};

class InlineEditor : public QWidget
{
    Q_OBJECT

public:
    InlineEditor(EditSession &session, const tables::UsedTable &table, QWidget *parent = nullptr);

    void setTable(const tables::UsedTable &table);
    GridView *grid() const { return m_grid; }
    const QByteArray &type() const { return m_type; }

private:
    void add();
    void beginInserting();
    void setInserting(bool isInserting);
    void remove();
    void move(int step);
    void refreshActions();
    QToolButton *newButton(const QString &icon, const QString &text, const QKeySequence &keys,
                           QAction *&action);
    void reveal(bool isRevealed);

    GridShape m_shape;
    QByteArray m_type;
    bool m_isInserting = false; ///< the next new row goes above the current one
    InlineRowsModel *m_model = nullptr;
    GridView *m_grid = nullptr;
    NewRowLine *m_newRow = nullptr;
    QAction *m_insert = nullptr;
    QAction *m_up = nullptr;
    QAction *m_down = nullptr;
    QAction *m_remove = nullptr;
    QToolButton *m_reveal = nullptr; ///< null where nothing is secret
};

} // namespace ui
