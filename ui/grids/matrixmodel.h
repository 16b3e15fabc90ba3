// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/effective/values.h"

#include <QAbstractTableModel>

namespace ui {

class Knowledge;

/// Parameters by services: what each service uses. One column has the values of main.cf.
class MatrixModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, MainColumn, FirstService };

    explicit MatrixModel(Knowledge &knowledge, QObject *parent = nullptr);

    /// Reads again. Rows and columns that stay keep their place, selection and all.
    void refresh();
    /// Only rows with this in their name or in a value, whatever the case.
    void setFilter(const QString &text);
    /// Only what a service has otherwise than main.cf: such rows, such columns, such cells.
    void setDifferencesOnly(bool isOn);

    QByteArray nameAt(int row) const { return m_rows[row]; }
    /// What decides about a cell; nothing for a default, which no file has.
    std::optional<model::Place> placeOf(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    qsizetype serviceAt(int column) const;
    bool differs(const QByteArray &name, qsizetype service) const;
    bool matches(const QByteArray &name) const;
    QString shownText(const QModelIndex &index) const;

    Knowledge &m_knowledge;
    QByteArrayList m_rows;
    QList<qsizetype> m_columns; ///< indexes of services
    QByteArrayList m_labels; ///< of these
    QList<QSet<QByteArray>> m_differing; ///< by service
    QString m_filter;
    bool m_differencesOnly = true;
};

} // namespace ui
