// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/effective/names.h"

namespace effective {

int Names::find(QByteArrayView name) const
{
    return m_ids.value(QByteArray::fromRawData(name.data(), name.size()), -1);
}

int Names::add(QByteArrayView name)
{
    if (const int known = find(name); known >= 0)
        return known;
    const int id = size();
    m_names.append(name.toByteArray());
    m_ids.insert(m_names.last(), id);
    return id;
}

void Names::reserve(qsizetype size)
{
    m_names.reserve(size);
    m_ids.reserve(size);
}

} // namespace effective
