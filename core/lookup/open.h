// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/lookup/map.h"
#include "core/syntax/table.h"

#include <functional>

namespace lookup {

/// Reads the text that a table is made from: the file at a path as Postfix writes it.
using ReadTable = std::function<base::Result<syntax::Table>(const QByteArray &path, syntax::TableKind kind)>;

struct Opening
{
    ReadTable read;
    Rules rules = {};
    bool areAliases = false; ///< key tables are made by postalias(1), as those of alias_maps are
    QByteArray defaultType = "hash"; ///< of a name without one: default_database_type
    bool isThisMachine = false; ///< the users and groups of this machine are those of the server
};

/// Whether Postfix has such tables, of whatever version.
bool isTableType(const QByteArray &type);

/// Opens "type:name" as dict_open() in src/util/dict_open.c does; never null. hash, btree, lmdb, cdb, dbm and
/// sdbm are asked as their index would be when it is made from their text now. A table that can't be opened
/// is one that answers with the reason, and so is one that only the server can ask: databases, sockets,
/// caches.
MapPointer open(const QByteArray &name, const Opening &opening);

} // namespace lookup
