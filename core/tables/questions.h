// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/effective/values.h"
#include "core/lookup/addresslookup.h"
#include "core/tables/opentables.h"

namespace tables {

/// Who asks tables, and which.
struct Asker
{
    QByteArray parameter = {}; ///< or a restriction such as check_sender_access; empty: just the table
    QByteArrayList tables = {};
    QByteArray service = {}; ///< "name/type" of the one that has tables of its own

    bool operator==(const Asker &) const = default;
};

/// Everything that asks tables in this configuration: the parameters by name, then the restrictions, each
/// with what is its own in a service behind what it is in main.cf. Not the caches that daemons keep, nor
/// what nobody has changed and nobody writes rows for.
QList<Asker> askersIn(const effective::Values &values);
/// The tables of all of them, each once, by name.
QByteArrayList tablesOf(const QList<Asker> &askers);

/// One question to one table, with all the rows that the key fits there.
struct Asked
{
    lookup::Step step;
    lookup::Trial trial;
};

struct Reply
{
    QByteArray address; ///< what is asked for: with the domains that Postfix adds
    QList<Asked> steps = {};
    lookup::Answer answer = {};
    QByteArray result = {};
    QList<lookup::Warning> warnings = {}; ///< of just one table: what Postfix logs when it reads it
};

/// What Postfix adds to an address without a domain, or without a dot in its domain, before it asks the
/// tables of `parameter`: myorigin, mydomain.
QByteArray completed(const effective::Values &values, QByteArrayView parameter, const QByteArray &address);

/// What the asker hears for a key or an address from the tables of that configuration, as they are here,
/// saved or not. May take long, for a worker thread.
Reply ask(const effective::Values &values, const Asker &asker, const QByteArray &address, OpenTables &tables);

} // namespace tables
