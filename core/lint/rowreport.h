// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/rowhits.h"
#include "core/lint/rule.h"

namespace lint {

/// Reports the hits of one kind; mend(finding, table, hit) adds what can be done where the rows are in a
/// file.
template<typename Mend>
void reportRows(const Context &context, RowProblem problem, Report &report, Mend mend)
{
    const QList<KnownTable> &tables = knownTables(context);
    const QList<RowHits> &hits = rowHits(context);
    for (qsizetype i = 0; i < tables.size(); ++i) {
        for (const RowHit &hit : hits[i].all()) {
            if (hit.problem != problem)
                continue;
            Finding &finding = report.add(tables[i].place(context, hit.where), hit.arguments);
            if (tables[i].file)
                mend(finding, tables[i], hit);
        }
    }
}

inline void reportRows(const Context &context, RowProblem problem, Report &report)
{
    reportRows(context, problem, report, [](Finding &, const KnownTable &, const RowHit &) {});
}

/// Replaces bytes of the table where they still are what they were.
Fix replaceInTable(const char *title, const KnownTable &table, syntax::ByteRange range, const QByteArray &by);
/// The first line of the row that `where` is in, without the blanks around it.
syntax::ByteRange firstLineOf(const KnownTable &table, syntax::ByteRange where);
/// Gives the reference that names the table another type; nothing when it can't be replaced where it stands.
std::optional<Fix> retype(const NamedTable &table, const char *title, const QByteArray &type);

} // namespace lint
