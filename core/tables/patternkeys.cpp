// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tables/patternkeys.h"

namespace tables {

namespace {

bool isLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Where the closing delimiter is, -1 without one: dict_regexp_get_pat() in src/util/dict_regexp.c.
qsizetype closingDelimiter(const QByteArray &key)
{
    const qsizetype begin = key.startsWith('!') ? 1 : 0;
    if (begin >= key.size() || isLetterOrDigit(key[begin]))
        return -1;
    for (qsizetype at = begin + 1; at < key.size(); ++at) {
        if (key[at] == '\\')
            ++at;
        else if (key[at] == key[begin])
            return at;
    }
    return -1;
}

} // namespace

bool isDelimitedPattern(const QByteArray &key)
{
    return closingDelimiter(key) >= 0;
}

QByteArray patternFlags(const QByteArray &key)
{
    const qsizetype end = closingDelimiter(key);
    return end < 0 ? QByteArray() : key.sliced(end + 1);
}

} // namespace tables
