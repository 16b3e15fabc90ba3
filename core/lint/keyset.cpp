// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/keyset.h"

#include <bit>
#include <cstring>
#include <limits>

namespace lint {

namespace {

/// Eight bytes at a time, with the bit set that tells small letters from large ones; some other characters
/// fall together with it, so equal hashes say little.
quint64 hashOf(QByteArrayView key)
{
    constexpr quint64 lower = 0x2020202020202020ULL;
    constexpr quint64 factor = 0x9e3779b97f4a7c15ULL;
    quint64 hash = static_cast<quint64>(key.size()) * factor;
    const char *at = key.data();
    qsizetype left = key.size();
    for (; left > 0; at += 8, left -= 8) {
        quint64 word = 0;
        std::memcpy(&word, at, static_cast<size_t>(std::min<qsizetype>(left, 8)));
        hash = (hash ^ (word | lower)) * factor;
        hash ^= hash >> 29U;
    }
    return hash ^ (hash >> 32U);
}

} // namespace

KeySet::KeySet(const syntax::Table &table) : m_table(table)
{
    constexpr size_t least = 16;
    m_slots.resize(std::bit_ceil(std::max(least, static_cast<size_t>(table.rowCount()) * 2)));
}

std::optional<qsizetype> KeySet::insert(QByteArrayView key, qsizetype row)
{
    // A table of as many rows as that would have to be larger than any memory.
    Q_ASSERT(row < std::numeric_limits<quint32>::max() && m_taken * 2 <= m_slots.size());
    const quint64 hash = hashOf(key);
    const size_t mask = m_slots.size() - 1;
    const auto tag = static_cast<quint32>(hash >> 32U);
    for (size_t at = static_cast<size_t>(hash) & mask;; at = (at + 1) & mask) {
        Slot &slot = m_slots[at];
        if (slot.row == 0) {
            slot = {tag, static_cast<quint32>(row + 1)};
            ++m_taken;
            return std::nullopt;
        }
        if (slot.tag == tag && isSame(key, slot.row - 1))
            return slot.row - 1;
    }
}

bool KeySet::isSame(QByteArrayView key, qsizetype row) const
{
    return m_table.keyOf(m_table.row(row)).compare(key, Qt::CaseInsensitive) == 0;
}

} // namespace lint
