// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lookup/keyindex.h"

#include <QHashFunctions>

#include <bit>

namespace lookup {

KeyIndex::KeyIndex(qsizetype rowCount)
    : m_slots(std::bit_ceil(static_cast<size_t>(rowCount) * 3 / 2 + 2)), m_mask(m_slots.size() - 1)
{
}

quint32 KeyIndex::tagOf(QByteArrayView foldedKey)
{
    const size_t hash = qHashBits(foldedKey.data(), static_cast<size_t>(foldedKey.size()), 0);
    return static_cast<quint32>(hash ^ (hash >> 32U));
}

void KeyIndex::insert(quint32 tag, qsizetype offset)
{
    size_t at = tag & m_mask;
    while (m_slots[at].offset != 0)
        at = (at + 1) & m_mask;
    m_slots[at] = {tag, static_cast<quint32>(offset + 1)};
}

} // namespace lookup
