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
    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const override;

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
};

} // namespace ui
