// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/tables/usedtables.h"

namespace tables {

/// A row of inline:{ key=value, { key = text with blanks } }.
struct InlineRow
{
    QByteArray key;
    QByteArray value;

    bool operator==(const InlineRow &) const = default;
};

/// Of what stands behind "inline:"; empty where Postfix would not read it.
QList<InlineRow> inlineRows(const QByteArray &text);

/// Changes, adds (`at` == count) or removes (no `row`) one of the rows where the table is written: in
/// main.cf, or for a service. The others, and what is around them, stay as they are. Refused where the table
/// is put together from other parameters.
edits::Outcome setInlineRow(model::Draft &draft, const UsedTable &table, qsizetype at,
                            const std::optional<InlineRow> &row);

} // namespace tables
