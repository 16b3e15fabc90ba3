// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/tables/columns.h"
#include "core/tables/replacing.h"

namespace tables {

/// By what rows are put in order. Rows that are equal stay in the order they are in.
struct Sorting
{
    enum class By : quint8 {
        Key,
        Value,
        Column ///< of the value
    };
    By by = By::Key;
    Columns columns = {}; ///< how the value is split
    int column = 0;
    Qt::SortOrder order = Qt::AscendingOrder;
    /// Otherwise they stay below the heading that they are under: a comment that is not the remark of one
    /// row.
    bool acrossHeadings = false;
};

/// A new order of rows, worked out and not made yet.
struct SortPlan
{
    syntax::Text before; ///< what it was worked out for
    QList<model::Draft::Replacement> replacements = {}; ///< empty: they are in that order
    /// Rows by their place afterwards: `order[i]` is the number that the row has now. Empty when nothing
    /// moves.
    RowNumbers order = {};
    /// The first row that matches wins in a table of this kind, or a key is there twice, so the order counts.
    bool changesMeaning = false;
    bool isRefused = false; ///< a row would be read as part of another
};

/// Works it out: rows take their remarks and their comments along, and what is between them (headings, blank
/// lines) stays where it is. Nothing moves out of an `if` or into one. Any thread may do it.
SortPlan planSorting(const model::File &file, const Sorting &sorting, const IsCancelled &isCancelled = {});

/// Makes it, unless the file has changed in between.
edits::Outcome sort(model::Draft &draft, model::FileId file, const SortPlan &plan);

} // namespace tables
