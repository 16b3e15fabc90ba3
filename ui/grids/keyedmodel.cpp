// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/grids/keyedmodel.h"

#include <algorithm>

namespace ui {

int KeyedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_keys.size());
}

int KeyedModel::rowOf(const QByteArray &key, int near) const
{
    if (near >= 0 && near < m_keys.size() && m_keys[near] == key)
        return near;
    return static_cast<int>(m_keys.indexOf(key));
}

void KeyedModel::setKeys(const QByteArrayList &keys)
{
    const qsizetype most = std::min(keys.size(), m_keys.size());
    qsizetype head = 0;
    while (head < most && keys[head] == m_keys[head])
        ++head;
    qsizetype tail = 0;
    while (tail < most - head && keys[keys.size() - 1 - tail] == m_keys[m_keys.size() - 1 - tail])
        ++tail;
    m_isUpdating = true;
    // As many rows as before between the two: they are renamed or have changed places.
    const auto first = static_cast<int>(most - tail);
    if (const auto gone = static_cast<int>(m_keys.size() - tail - first); gone > 0) {
        beginRemoveRows({}, first, first + gone - 1);
        m_keys.remove(first, gone);
        endRemoveRows();
    } else if (const auto come = static_cast<int>(keys.size() - tail - first); come > 0) {
        beginInsertRows({}, first, first + come - 1);
        m_keys = keys;
        endInsertRows();
    }
    m_keys = keys;
    m_isUpdating = false;
    if (!keys.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void KeyedModel::resetKeys(const QByteArrayList &keys)
{
    m_isUpdating = true;
    beginResetModel();
    m_keys = keys;
    endResetModel();
    m_isUpdating = false;
}

} // namespace ui
