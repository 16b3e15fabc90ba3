// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayList>
#include <QHash>

namespace effective {

/// Every name that was ever met, with a small number for each. Cheap to copy until a name is added.
class Names
{
public:
    int size() const { return static_cast<int>(m_names.size()); }
    const QByteArray &operator[](int id) const { return m_names[id]; }
    /// -1 for a name that was never met.
    int find(QByteArrayView name) const;
    int add(QByteArrayView name);
    void reserve(qsizetype size);

private:
    QByteArrayList m_names;
    QHash<QByteArray, int> m_ids;
};

} // namespace effective
