// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/syntax/table.h"

#include <optional>
#include <vector>

namespace lint {

/// The keys of a table, whatever their case. Eight bytes a key: the keys themselves stay where they are.
class KeySet
{
public:
    explicit KeySet(const syntax::Table &table);

    /// Adds the key of a row, by its number, or tells which row has it already.
    std::optional<qsizetype> insert(QByteArrayView key, qsizetype row);

private:
    struct Slot
    {
        quint32 tag = 0;
        quint32 row = 0; ///< one more than it is; 0: free
    };

    bool isSame(QByteArrayView key, qsizetype row) const;

    const syntax::Table &m_table;
    std::vector<Slot> m_slots; ///< a power of two, and at most half of them taken
    size_t m_taken = 0;
};

} // namespace lint
