// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/edits/refusal.h"
#include "core/model/draft.h"
#include "ui/grids/tableshape.h"
#include "ui/session/findings.h"

#include <QAbstractTableModel>

#include <optional>

namespace ui {

class EditSession;

/// The rows of one table in file order, switched-off ones among them; all of them, or those that are to be
/// shown. Holds none of them, so that there can be a million.
class TableRowsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum { OnColumn = 0, KeyColumn };

    TableRowsModel(EditSession &session, const TableShape &shape, QObject *parent = nullptr);

    /// Nothing: no table.
    void setTable(std::optional<model::FileId> file);
    const std::optional<model::FileId> &table() const { return m_file; }
    /// Columns that are secret show what they hold.
    void setRevealed(bool isRevealed);
    bool isMasked(int column) const;
    /// The same for one cell: where something is missing in the row, what should be hidden stands elsewhere.
    bool isMasked(const syntax::Row &row, int column) const;
    bool isEditable() const;
    model::Place placeOf(const QModelIndex &index) const;

    /// Only these rows of the table, ascending; nothing: all. Until it is told otherwise it shows those, and
    /// rows that are added.
    void setShown(std::optional<QList<quint32>> rows);
    /// More of them, behind those that are shown.
    void appendShown(const QList<quint32> &rows);
    bool isFiltered() const { return m_shown.has_value(); }
    /// The row of the table that is shown there, and back (-1: it is not shown).
    qsizetype tableRow(int row) const { return m_shown ? (*m_shown)[row] : row; }
    int shownRow(qsizetype tableRow) const;
    qsizetype tableRowCount() const { return m_count; }

    /// Marks rows that something is found in; `findings` outlives it.
    void setFindings(const Findings &findings);
    /// What is found in that row, the worst first.
    QList<Finding> findingsOf(int row) const;
    /// Rows of the table, ascending, that no lookup gets to; until the table changes.
    void setIdleRows(const QList<quint32> &rows);
    /// The cell as it is, secret or not.
    QByteArray cell(int row, int column) const;
    int remarkColumn() const { return m_shape.hasRemarks ? columnCount() - 1 : -1; }
    const TableShape &shape() const { return m_shape; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

private:
    const syntax::Table *current() const;
    QByteArray text(const syntax::Row &row, int column) const;
    QString keyOf(int row) const;
    edits::Outcome set(model::Draft &draft, qsizetype row, int column, const QByteArray &wanted) const;
    void follow(const model::Changes &changes);
    void insertShown(qsizetype at, qsizetype count);
    void removeShown(qsizetype at, qsizetype count);
    void refreshAll();
    const QList<std::pair<qsizetype, qsizetype>> &marks() const;

    EditSession &m_session;
    const TableShape &m_shape;
    std::optional<model::FileId> m_file;
    int m_count = 0; ///< of the table
    std::optional<QList<quint32>> m_shown;
    const Findings *m_findings = nullptr;
    /// Rows and what is found in them, as indexes into Findings::all(); nothing: to be looked up.
    mutable std::optional<QList<std::pair<qsizetype, qsizetype>>> m_marks;
    QList<quint32> m_idleRows;
    bool m_isRevealed = false;
};

/// A refusal that says nothing of the value of a row of such tables.
edits::Outcome withoutSecret(edits::Outcome outcome, const TableShape &shape);

} // namespace ui
