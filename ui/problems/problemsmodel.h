// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/problems/problemrows.h"

#include <QAbstractItemModel>

namespace ui {

/// The findings of the session, a row each, below their groups if they are grouped.
class ProblemsModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { MessageColumn, PlaceColumn, FoundByColumn, ColumnCount };

    ProblemsModel(EditSession &session, Findings &findings, QObject *parent = nullptr);

    const ProblemFilter &filter() const { return m_filter; }
    void setFilter(const ProblemFilter &filter);
    ProblemGrouping grouping() const { return m_grouping; }
    void setGrouping(ProblemGrouping grouping);
    /// By a column, within the groups; -1: as found.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    /// Null for the row of a group.
    const Finding *findingOf(const QModelIndex &index) const;
    /// The key of a group's row; empty for other rows.
    QString groupKeyOf(const QModelIndex &index) const;
    /// The row of what was found by that rule with those words, the nearest to row `near` of all; not valid
    /// when it is no longer there.
    QModelIndex indexLike(const Finding &finding, int near) const;
    /// How many rows of findings there are, those of the groups left out, and the place of one among them.
    int findingCount() const;
    int positionOf(const QModelIndex &index) const;
    QModelIndex indexAt(int position) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void rebuild();
    bool isGrouped() const { return m_grouping != ProblemGrouping::None; }
    QVariant groupData(const ProblemGroup &group, int column, int role) const;
    QVariant findingData(const Finding &finding, int column, int role) const;
    static QString toolTip(const Finding &finding);

    EditSession &m_session;
    Findings &m_findings;
    ProblemFilter m_filter;
    ProblemGrouping m_grouping = ProblemGrouping::None;
    ProblemOrder m_order;
    QList<Finding> m_shown; ///< what the rows of the groups count in
    QList<ProblemGroup> m_groups;
    QStringList m_identities; ///< of the rows, in order: while they stay, the rows do
};

} // namespace ui
