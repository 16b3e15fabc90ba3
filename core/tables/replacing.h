// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/edits/refusal.h"
#include "core/model/draft.h"
#include "core/tables/rowfilter.h"

#include <functional>

namespace tables {

/// Work that takes long asks it now and then, and stops: what it has so far is of no use.
using IsCancelled = std::function<bool()>;

/// Where a text is looked for in a row.
enum class RowPart : quint8 { Key, Value, Both };

/// What to put in the place of what, in the rows of a table.
struct Replacing
{
    QByteArray find;
    QByteArray by;
    Qt::CaseSensitivity sensitivity = Qt::CaseInsensitive;
    RowPart part = RowPart::Both;
};

/// A replacement in many rows, worked out and not made yet.
struct ReplacePlan
{
    syntax::Text before; ///< what it was worked out for
    QList<model::Draft::Replacement> replacements = {}; ///< neighbours are one, with what is between them
    qsizetype count = 0; ///< how often the text is replaced
    RowNumbers rows = {}; ///< where
    RowNumbers left = {}; ///< rows that would be read as something else than meant; they stay as they are
};

/// Works it out for all rows, or those that are given. Key and value are taken as they are written, quotes
/// included, and line by line. Any thread may do it.
ReplacePlan planReplacing(const model::File &file, const Replacing &replacing,
                          const std::optional<RowNumbers> &within = {}, const IsCancelled &isCancelled = {});

/// Makes it, unless the file has changed in between.
edits::Outcome replace(model::Draft &draft, model::FileId file, const ReplacePlan &plan);

/// Where the text occurs in a row, to light it or to walk from one to the next.
QList<syntax::ByteRange> occurrencesIn(const syntax::Table &table, const syntax::Row &row,
                                       const Needle &needle, RowPart part);

} // namespace tables
