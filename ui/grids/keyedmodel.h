// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractTableModel>
#include <QByteArrayList>

namespace ui {

/// A table whose rows are read from the snapshot. What it keeps are the keys of its rows, so that after an
/// edit only rows that came or went are inserted or removed, and the selection stays with the others.
class KeyedModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        ChangedRole = Qt::UserRole ///< differs from what is on disk
    };

    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const override;

    /// Rows are coming and going: what a view says about its current row then is not the last word.
    bool isUpdating() const { return m_isUpdating; }

    const QByteArray &keyOf(int row) const { return m_keys[row]; }
    /// The row with this key, `near` if that is one of them, else the first; -1 without any.
    int rowOf(const QByteArray &key, int near = -1) const;

protected:
    /// These are the rows now; everything in them may be another.
    void setKeys(const QByteArrayList &keys);
    /// Nothing stays: another folder.
    void resetKeys(const QByteArrayList &keys);
    bool has(const QModelIndex &index) const { return index.isValid() && index.row() < m_keys.size(); }

private:
    QByteArrayList m_keys;
    bool m_isUpdating = false;
};

} // namespace ui
