// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tables/columns.h"

#include "core/syntax/byterange.h"

#include <algorithm>

namespace tables {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// What stands between the first column and the second; empty at the end without it.
syntax::ByteRange gapIn(const QByteArray &value, char separator)
{
    const auto isSeparator = [&](char c) { return separator == ' ' ? isBlank(c) : c == separator; };
    const auto begin = std::find_if(value.begin(), value.end(), isSeparator);
    auto end = begin == value.end() ? begin : begin + 1;
    while (end != value.end() && separator == ' ' && isBlank(*end))
        ++end;
    return {begin - value.begin(), end - value.begin()};
}

} // namespace

QByteArrayList split(const QByteArray &value, Columns columns)
{
    if (!columns.separator)
        return {value};
    const syntax::ByteRange gap = gapIn(value, columns.separator);
    return {value.first(gap.begin), value.sliced(gap.end)};
}

QByteArray joined(const QByteArrayList &parts, Columns columns)
{
    if (!columns.separator || (parts.value(1).isEmpty() && !columns.isNeeded))
        return parts.value(0);
    return parts.value(0) + columns.separator + parts.value(1);
}

QByteArray withPart(const QByteArray &value, Columns columns, int which, const QByteArray &part)
{
    QByteArrayList parts = split(value, columns);
    parts[which] = part;
    if (!columns.separator)
        return part;
    const syntax::ByteRange gap = gapIn(value, columns.separator);
    if (gap.isEmpty() || (parts[1].isEmpty() && !columns.isNeeded))
        return joined(parts, columns);
    return parts[0] + value.sliced(gap.begin, gap.size()) + parts[1];
}

} // namespace tables
