// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QtGlobal>

#include <optional>
#include <vector>

namespace lookup {

/// Where the row of a key begins. Eight bytes a key: the keys themselves stay in the text, and whoever asks
/// says whether the one that begins at an offset is the same.
class KeyIndex
{
public:
    explicit KeyIndex(qsizetype rowCount);

    /// Offsets beyond this can't be kept.
    static constexpr qsizetype maxOffset = 0xfffffffeLL;

    static quint32 tagOf(QByteArrayView foldedKey);

    /// The offset of the key with that tag that `isSame` says is ours.
    template<typename IsSame>
    std::optional<qsizetype> find(quint32 tag, IsSame isSame) const
    {
        for (size_t at = tag & m_mask; m_slots[at].offset != 0; at = (at + 1) & m_mask) {
            const auto offset = static_cast<qsizetype>(m_slots[at].offset) - 1;
            if (m_slots[at].tag == tag && isSame(offset))
                return offset;
        }
        return std::nullopt;
    }
    /// Of a key that is not there yet.
    void insert(quint32 tag, qsizetype offset);

private:
    struct Slot
    {
        quint32 tag = 0;
        quint32 offset = 0; ///< one more than it is; 0: free
    };

    std::vector<Slot> m_slots; ///< a power of two, and at most two thirds of them taken
    size_t m_mask = 0;
};

} // namespace lookup
