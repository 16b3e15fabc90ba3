// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalog/reference.h"
#include "core/effective/values.h"
#include "core/lookup/addresskeys.h"
#include "core/tables/namedtable.h"

namespace tables {

/// One place of the configuration that names a table, and what the table's rows mean there.
struct Use
{
    QByteArray parameter; ///< whose value names it, perhaps by way of `$name`
    QByteArray service = {}; ///< "submission/inet" where that is so for one service only
    QByteArray restriction = {}; ///< "check_sender_access" in front of it
    QByteArray partOf = {}; ///< "unionmap:{...}" that it is a member of
    /// What keys and values are: a catalog::TableFormat by its name ("virtual", "access"), or "addresses",
    /// "domains", "names" where only the keys count. Empty where it can't be told.
    QByteArray meaning = {};
    std::optional<lookup::KeyOrder> order = {}; ///< how Postfix asks it, where it asks for more than one key
    bool isProxied = false; ///< opened by proxymap(8)
    bool isDefault = false; ///< nothing sets the parameter

    bool operator==(const Use &) const = default;
};

/// A table that the configuration names, however often.
struct UsedTable
{
    NamedTable table; ///< behind "proxy:" and "debug:"
    QByteArray meaning = {}; ///< of the first use that tells it
    QList<Use> uses = {};
    QByteArrayList members = {}; ///< of unionmap and pipemap: "type:name"

    bool isUsedAs(QByteArrayView wanted) const;
};

/// Every table in the settings and overrides in force, the parameters in alphabetical order, and the default
/// tables of aliases. Tables whose only use is a parameter of the user's that nothing refers to are there
/// too.
QList<UsedTable> usedTables(const effective::Values &values, const catalog::Reference &reference);

/// How the index of a table is made.
struct IndexCommand
{
    QByteArray program; ///< "postmap" or "postalias"
    QByteArrayList options = {}; ///< "-F": values are files whose content is stored
    QByteArrayList suffixes = {}; ///< of the files that it makes: ".db"
};
/// Nothing for types that are read as they are written, and for caches.
std::optional<IndexCommand> indexCommand(const UsedTable &table, const catalog::Reference &reference);

/// Whether keys are compared in small letters: DICT_FLAG_FOLD_FIX of src/util/dict.h. Patterns have flags of
/// their own for that.
bool foldsKeys(QByteArrayView type);

/// Where the rows of a table are read from top to bottom and the first that fits counts.
bool isOrdered(QByteArrayView type);

} // namespace tables
