// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/session/findings.h"

#include <QAbstractTableModel>

#include <array>

namespace ui {

/// The findings of the session, one row each, in their order: errors first, then by file and place.
class ProblemsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { MessageColumn, PlaceColumn, OriginColumn, ColumnCount };

    ProblemsModel(EditSession &session, Findings &findings, QObject *parent = nullptr);

    void setShown(Finding::Severity severity, bool isShown);
    const Finding &findingOf(int row) const;
    /// The row of what was found by that rule with those words; -1 when it is no longer there.
    int rowLike(const Finding &finding, int near) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void reset();
    void refreshPlaces();
    QString toolTip(const Finding &finding) const;

    EditSession &m_session;
    Findings &m_findings;
    QList<qsizetype> m_rows; ///< indexes into all()
    std::array<bool, 3> m_isShown{true, true, true};
};

QString severityText(Finding::Severity severity);
QString originText(Finding::Origin origin);
QIcon severityIcon(Finding::Severity severity);

} // namespace ui
