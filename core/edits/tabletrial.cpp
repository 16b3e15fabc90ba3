// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/edits/tabletrial.h"

#include <algorithm>

namespace edits {

RowMeaning meaningOf(const syntax::Table &table, qsizetype index)
{
    const syntax::Row row = table.row(index);
    return {table.keyOf(row), table.valueOf(row), row.form, row.negated, row.enabled};
}

void ExpectedRows::keep(qsizetype oldIndex, qsizetype newIndex)
{
    if (0 <= oldIndex && oldIndex < m_before.rowCount())
        add(newIndex, meaningOf(m_before, oldIndex));
}

void ExpectedRows::keepAround(qsizetype oldIndex, qsizetype added)
{
    keep(oldIndex - 2, oldIndex - 2);
    keep(oldIndex - 1, oldIndex - 1);
    keep(oldIndex + 1, oldIndex + 1 + added);
    keep(oldIndex + 2, oldIndex + 2 + added);
}

bool ExpectedRows::isMetBy(const syntax::Table &after) const
{
    return after.rowCount() == m_rowCount
        && std::all_of(m_rows.begin(), m_rows.end(), [&](const Expected &row) {
               return row.index < after.rowCount() && meaningOf(after, row.index) == row.meaning;
           });
}

bool tryReplace(model::Draft &draft, model::FileId file, const QList<model::Draft::Replacement> &replacements,
                const ExpectedRows &expected)
{
    model::Draft trial = draft;
    trial.replaceAll(file, replacements);
    if (!expected.isMetBy(*trial.snapshot().file(file).table()))
        return false;
    draft = std::move(trial);
    return true;
}

} // namespace edits
