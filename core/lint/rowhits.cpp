// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rowhits.h"

namespace lint {

namespace {

/// What the hits depend on besides the tables.
struct Surroundings
{
    QByteArray classes = {};
    QList<effective::Service> services = {};

    bool operator==(const Surroundings &) const = default;
};

struct AllHits
{
    QList<KnownTable> known = {};
    QList<RowHits> tables = {}; ///< for each of them
    Surroundings surroundings = {};
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

/// The hits in the same table of the state before.
const RowHits *hitsBefore(const AllHits &before, const KnownTable &table)
{
    for (qsizetype i = 0; i < before.known.size(); ++i) {
        const KnownTable &old = before.known[i];
        if (old.kind == table.kind && old.roles == table.roles && old.named.use.type == table.named.use.type
            && old.content->text() == table.content->text() && !before.tables[i].hasAskedForNames())
            return &before.tables[i];
    }
    return nullptr;
}

AllHits hits(const Context &context)
{
    AllHits all;
    all.surroundings = {context.value("smtpd_restriction_classes"), context.services()};
    const auto *previous = context.previous<AllHits>();
    const bool isComparable = previous && previous->surroundings == all.surroundings;
    all.known = knownTables(context);
    for (const KnownTable &table : all.known) {
        const RowHits *same = isComparable ? hitsBefore(*previous, table) : nullptr;
        all.tables.append(same ? *same : hitsIn(context, table));
    }
    return all;
}

} // namespace

const QList<RowHits> &rowHits(const Context &context)
{
    return context.once<AllHits>(hits).tables;
}

} // namespace lint
