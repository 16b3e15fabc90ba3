// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/usages/tablewords.h"

#include "core/syntax/logicallines.h"

#include <algorithm>
#include <array>

namespace usages {

namespace {

constexpr std::array namedTypes{"btree", "cdb",      "cidr",    "dbm",    "hash",    "ldap",
                                "lmdb",  "memcache", "mongodb", "mysql",  "nisplus", "pcre",
                                "pgsql", "regexp",   "sdbm",    "sqlite", "texthash"};

} // namespace

bool isNamedTableType(QByteArrayView type)
{
    return std::any_of(namedTypes.begin(), namedTypes.end(),
                       [&](const char *known) { return type == QByteArrayView(known); });
}

QList<TableWord> tableWords(QByteArrayView value)
{
    QList<TableWord> found;
    const auto ends = [](char c) { return syntax::isSpace(c) || c == ',' || c == '{' || c == '}'; };
    for (qsizetype at = 0; at < value.size(); ++at) {
        // Braces end a word unless they belong to ${name}.
        qsizetype begin = at;
        qsizetype end = at;
        while (end < value.size() && !ends(value[end])) {
            const bool isReference = value[end] == '$' && end + 1 < value.size() && value[end + 1] == '{';
            const qsizetype close = isReference ? value.indexOf('}', end) : -1;
            end = isReference ? (close < 0 ? value.size() : close + 1) : end + 1;
        }
        at = end;
        for (const QByteArrayView prefix : {QByteArrayView("proxy:"), QByteArrayView("debug:")}) {
            if (value.sliced(begin, end - begin).startsWith(prefix))
                begin += prefix.size();
        }
        const qsizetype colon = value.sliced(begin, end - begin).indexOf(':');
        if (colon > 0 && begin + colon + 1 < end && isNamedTableType(value.sliced(begin, colon)))
            found.append(TableWord{{begin, begin + colon}, {begin + colon + 1, end}});
    }
    return found;
}

} // namespace usages
