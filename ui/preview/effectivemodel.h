// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/changes.h"

#include <QAbstractTableModel>

namespace ui {

class EditSession;
class Knowledge;

/// What Postfix will use, with the names in the values put in: the settings of main.cf that are in force by
/// name, as `postconf -n -x` lists them, and below them what each service overrides, as `postconf -P -x`
/// does.
class EffectiveModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, ValueColumn, PlaceColumn, ColumnCount };

    EffectiveModel(EditSession &session, Knowledge &knowledge, QObject *parent = nullptr);

    /// Reads the session again. Rows that stay keep their place, selection and all.
    void refresh();
    /// Only rows whose name or value contains this, whatever the case.
    void setFilter(const QString &text);

    model::Place placeOf(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    /// A setting of main.cf, or an override of a service, in the snapshot of the session.
    struct Row
    {
        qsizetype service = -1; ///< -1: main.cf
        qsizetype item = 0;
        bool operator==(const Row &) const = default;
    };

    QList<Row> rowsNow() const;
    QByteArray nameOf(const Row &row) const;
    QByteArray parameterOf(const Row &row) const;
    QString valueOf(const Row &row) const;
    QString explanationOf(const Row &row) const;

    EditSession &m_session;
    Knowledge &m_knowledge;
    QList<Row> m_rows;
    QByteArrayList m_names; ///< of the rows: two lists of equal names are the same rows
    QByteArray m_filter;
};

} // namespace ui
