// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rowhits.h"

namespace lint {

namespace {

struct AllHits
{
    QList<RowHits> tables;
};

RowHits hitsIn(const Context &context, const KnownTable &table)
{
    switch (table.kind) {
    case syntax::TableKind::KeyValue:
        return keyRowHits(context, table);
    case syntax::TableKind::Aliases:
        return aliasRowHits(context, table);
    case syntax::TableKind::Pattern:
        return patternRowHits(context, table);
    case syntax::TableKind::Cidr:
        break;
    }
    return networkRowHits(context, table);
}

AllHits hits(const Context &context)
{
    AllHits all;
    for (const KnownTable &table : knownTables(context))
        all.tables.append(hitsIn(context, table));
    return all;
}

} // namespace

const QList<RowHits> &rowHits(const Context &context)
{
    return context.once<AllHits>(hits).tables;
}

} // namespace lint
