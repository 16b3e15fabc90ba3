// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/draft.h"

namespace edits {

/// What Postfix makes of one row, however it is written.
struct RowMeaning
{
    QByteArray key;
    QByteArray value;
    syntax::Row::Form form = syntax::Row::Form::Entry;
    bool negated = false;
    bool enabled = true;

    bool operator==(const RowMeaning &) const = default;
};

RowMeaning meaningOf(const syntax::Table &table, qsizetype index);

/// How a table is to be read after an edit, as far as the edit reaches.
class ExpectedRows
{
public:
    explicit ExpectedRows(const syntax::Table &before, qsizetype added = 0)
        : m_before(before), m_rowCount(before.rowCount() + added)
    {
    }

    void add(qsizetype newIndex, const RowMeaning &meaning) { m_rows.append({newIndex, meaning}); }
    /// Row `oldIndex` means what it meant and is then row `newIndex`; nothing when there is no such row.
    void keep(qsizetype oldIndex, qsizetype newIndex);
    /// The two rows above `oldIndex` and the two below it, which move by `added`.
    void keepAround(qsizetype oldIndex, qsizetype added);

    bool isMetBy(const syntax::Table &after) const;

private:
    struct Expected
    {
        qsizetype index = 0;
        RowMeaning meaning;
    };

    const syntax::Table &m_before;
    qsizetype m_rowCount;
    QList<Expected> m_rows;
};

/// Makes the replacements in `draft` if the table is then read as expected. Else the draft stays as it is.
bool tryReplace(model::Draft &draft, model::FileId file, const QList<model::Draft::Replacement> &replacements,
                const ExpectedRows &expected);

} // namespace edits
