// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/edits/tableedits.h"
#include "core/edits/tabletrial.h"
#include "core/syntax/rowcursor.h"

#include <functional>

namespace edits {

namespace {

using model::Draft;
using syntax::ByteRange;
using syntax::Row;
using syntax::Table;
using Replacements = QList<Draft::Replacement>;

const Table *tableOf(const Draft &draft, model::FileId file)
{
    const bool isThere = draft.snapshot().contains(file) && draft.snapshot().file(file).isEditable();
    return isThere ? draft.snapshot().file(file).table() : nullptr;
}

/// One by one from the bottom, as far as that goes.
Outcome eachOf(Draft &draft, const QList<qsizetype> &rows,
               const std::function<Outcome(Draft &, qsizetype row)> &edit)
{
    Draft trial = draft;
    for (auto row = rows.crbegin(); row != rows.crend(); ++row) {
        if (Outcome refusal = edit(trial, *row))
            return refusal;
    }
    draft = std::move(trial);
    return {};
}

bool areRowsOf(const Table &table, const QList<qsizetype> &rows)
{
    return !rows.isEmpty() && rows.first() >= 0 && rows.last() < table.rowCount();
}

} // namespace

Outcome removeRows(Draft &draft, model::FileId file, const QList<qsizetype> &rows)
{
    const auto one = [file](Draft &trial, qsizetype row) { return removeRow(trial, file, row); };
    const Table *table = tableOf(draft, file);
    if (rows.size() < 2 || !table || !areRowsOf(*table, rows))
        return eachOf(draft, rows, one);

    Replacements replacements;
    ExpectedRows expected(*table, -rows.size());
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const Row row = table->row(rows[i]);
        const ByteRange block{table->remarkOf(row).begin, row.whole.end};
        if (!replacements.isEmpty() && replacements.last().range.end == block.begin)
            replacements.last().range.end = block.end;
        else
            replacements.append({block, {}});
        // The neighbours that stay mean what they meant.
        if (i == 0 || rows[i - 1] + 1 < rows[i])
            expected.keep(rows[i] - 1, rows[i] - 1 - i);
        if (i + 1 == rows.size() || rows[i] + 1 < rows[i + 1])
            expected.keep(rows[i] + 1, rows[i] - i);
    }
    if (tryReplace(draft, file, replacements, expected))
        return {};
    return eachOf(draft, rows, one);
}

Outcome setRowsEnabled(Draft &draft, model::FileId file, const QList<qsizetype> &rows, bool enabled)
{
    const auto one = [file, enabled](Draft &trial, qsizetype row) {
        return setRowEnabled(trial, file, row, enabled);
    };
    const Table *table = tableOf(draft, file);
    if (rows.size() < 2 || !table || !areRowsOf(*table, rows))
        return eachOf(draft, rows, one);

    Replacements replacements;
    ExpectedRows expected(*table);
    qsizetype last = -1; // of those whose meaning is told
    for (const qsizetype index : rows) {
        const Row row = table->row(index);
        RowMeaning meaning = meaningOf(*table, index);
        meaning.enabled = enabled;
        if (index - 1 > last)
            expected.keep(index - 1, index - 1);
        expected.add(index, meaning);
        last = index;
        if (row.enabled == enabled)
            continue;
        for (qsizetype at = row.whole.begin; at < row.whole.end;) {
            const ByteRange line = table->text().lineAround(at);
            const qsizetype mark = syntax::offMarkSize(table->text().view(line), at == row.whole.begin);
            replacements.append(enabled ? Draft::Replacement{{at, at + mark}, {}}
                                        : Draft::Replacement{{at, at}, "#"});
            at = line.end;
        }
    }
    if (tryReplace(draft, file, replacements, expected))
        return {};
    return eachOf(draft, rows, one);
}

} // namespace edits
