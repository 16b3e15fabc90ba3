// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/edits/refusal.h"
#include "core/model/draft.h"

namespace edits {

/// No edit changes what another row means; one that would is refused. Where comments, blank lines, CRLF or a
/// missing last newline are not in the way they stay.
///
/// `index` is always one of the rows of the table in `file`, as the draft is now. Keys and values are given
/// as they mean: quotes, delimiters and continuation lines are written where the kind of table needs them.

/// Adds a row in front of row `before` (rowCount(): at the end), its columns aligned as its neighbours' are.
Outcome addRow(model::Draft &draft, model::FileId file, qsizetype before, const QByteArray &key,
               const QByteArray &value);

struct NewRow
{
    QByteArray key;
    QByteArray value = {};
    QByteArray remark = {}; ///< a comment above it; see setRowRemark()
    bool enabled = true;
};
/// Adds rows one below the other, in front of row `before`. One that can't be written has none of them added.
Outcome addRows(model::Draft &draft, model::FileId file, qsizetype before, const QList<NewRow> &rows);
/// Why addRows() would refuse that row wherever it is put; nothing when it would not.
Outcome refusedNewRow(syntax::TableKind kind, const NewRow &row);

/// A pattern may be given with its delimiters and flags, and with '!' in front; else it keeps those of its
/// row.
Outcome setRowKey(model::Draft &draft, model::FileId file, qsizetype index, const QByteArray &key);
Outcome setRowValue(model::Draft &draft, model::FileId file, qsizetype index, const QByteArray &value);
/// Removes the row with the remark that belongs to it.
Outcome removeRow(model::Draft &draft, model::FileId file, qsizetype index);
/// The same for many rows, ascending, in one go. One that is refused has none of them removed.
Outcome removeRows(model::Draft &draft, model::FileId file, const QList<qsizetype> &rows);
/// The row with its remark ends up in front of row `before`.
Outcome moveRow(model::Draft &draft, model::FileId file, qsizetype index, qsizetype before);
/// Comments the row out, or in again, line by line. A row that would then pass for prose is refused.
Outcome setRowEnabled(model::Draft &draft, model::FileId file, qsizetype index, bool enabled);
/// The same for many rows, ascending, in one go; all of them or none.
Outcome setRowsEnabled(model::Draft &draft, model::FileId file, const QList<qsizetype> &rows, bool enabled);
/// Writes or removes the '!' of a pattern or a network.
Outcome setRowNegated(model::Draft &draft, model::FileId file, qsizetype index, bool negated);

} // namespace edits
