// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/tables/usedtables.h"

namespace tables {

/// A row of inline:{ key=value, { key = text with blanks } }, or of pcre:{ {/pattern/ text} }.
struct InlineRow
{
    QByteArray key; ///< of a pattern with its delimiters, flags, and '!' or "if" in front
    QByteArray value = {};

    bool operator==(const InlineRow &) const = default;
};

/// Whether the rows of the table stand in the name itself.
bool hasInlineRows(const NamedTable &table);

/// Of what stands behind the type; empty where Postfix would not read it. Comments are no rows.
QList<InlineRow> inlineRows(const NamedTable &table);

/// Changes, adds (`at` == count) or removes (no `row`) one of the rows where the table is written: in
/// main.cf, or for a service. The others, and what is around them, stay as they are. Refused where the table
/// is put together from other parameters, and where braces would not be in pairs.
edits::Outcome setInlineRow(model::Draft &draft, const UsedTable &table, qsizetype at,
                            const std::optional<InlineRow> &row);
/// Puts a new row in front of row `before`.
edits::Outcome insertInlineRow(model::Draft &draft, const UsedTable &table, qsizetype before,
                               const InlineRow &row);
/// The row takes the place of its neighbour `to`, and that one its place.
edits::Outcome moveInlineRow(model::Draft &draft, const UsedTable &table, qsizetype from, qsizetype to);

} // namespace tables
