// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/file.h"
#include "core/tables/needle.h"

#include <optional>

namespace tables {

/// Numbers of rows of a table, ascending.
using RowNumbers = QList<quint32>;

/// The rows of a table that a text occurs in, whatever its case: in their bytes, switched off or not, or in
/// the remark above them. It goes on from where it stopped, so the first rows can be shown before the rest is
/// known.
class RowFilter
{
public:
    /// `within`: the only rows to look at, if given; those of a shorter text, say.
    RowFilter(model::File file, const QByteArray &text, std::optional<RowNumbers> within = {});

    /// The next rows: at least `wanted` of them or all there are in the next `bytes` bytes.
    RowNumbers next(qsizetype wanted, qsizetype bytes);
    bool atEnd() const;

private:
    void nextWithin(RowNumbers &found, qsizetype wanted, qsizetype bytes);
    void lookThrough(const syntax::ChunkRows &rows, RowNumbers &found);
    qsizetype behind(const syntax::ChunkRows &rows, qsizetype which, qsizetype offset) const;
    bool isInRemark(qsizetype row, qsizetype offset) const;
    const syntax::Table &table() const { return *m_file.table(); }

    model::File m_file;
    Needle m_needle;
    std::optional<RowNumbers> m_within;
    qsizetype m_next = 0; ///< chunk, or index into m_within
    qsizetype m_settled = 0; ///< the first row that is not decided yet
};

} // namespace tables
