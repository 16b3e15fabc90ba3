// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/assigned.h"
#include "core/lint/tables.h"
#include "core/lint/words.h"

namespace lint {

enum class Presence : quint8 { There, Missing, Unknown };

/// Whether the server has a file, by its absolute path.
Presence presenceOf(const Context &context, const QByteArray &path);
/// Null when nothing is known.
const FileFact *factOf(const Context &context, const QByteArray &path);
std::optional<int> modeOf(const Context &context, const QByteArray &path);
/// "0644"
QByteArray modeText(int mode);

/// The kinds of its PEM blocks; nothing when the content is not known, or there is none.
std::optional<QByteArrayList> pemBlocksOf(const Context &context, const QByteArray &path);

/// All known files below the configuration folder, by their paths on the server, sorted.
QByteArrayList filesInFolder(const Context &context);
/// About the whole of a file below the configuration folder, open or not.
Finding &reportFile(const Context &context, Report &report, const QByteArray &path,
                    const QByteArrayList &arguments);

/// What postmap appends to the name of a table of that type; empty for what is not compiled.
QByteArray indexSuffix(QByteArrayView type);
/// Files that Postfix makes and fills itself.
bool isCache(QByteArrayView parameter);
/// Tables that others may ask for; naming them there opens none.
bool isListOfAllowed(QByteArrayView parameter);

/// Calls `visit(assignment, table)` for each table that is looked into and whose name is an absolute path.
template<typename Visit>
void forEachTableFile(const Context &context, Visit visit)
{
    static const QSet<QByteArray> types{"hash",     "btree",  "cdb",      "lmdb",   "dbm",  "sdbm",
                                        "texthash", "regexp", "pcre",     "cidr",   "ldap", "mysql",
                                        "pgsql",    "sqlite", "memcache", "mongodb"};
    forEachValue(context, [&](const Assignment &assignment, const TracedValue &value) {
        if (!value.text().contains(":/") || isFreeText(assignment.name) || isListOfAllowed(assignment.name))
            return;
        for (const Word &word : value.words()) {
            const auto table = tableIn(context, word);
            if (table && types.contains(table->type) && table->name.startsWith('/'))
                visit(assignment, *table);
        }
    });
}

} // namespace lint
