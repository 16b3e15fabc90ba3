// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rowreport.h"

#include "core/lint/mending.h"
#include "core/syntax/logicallines.h"

namespace lint {

using syntax::ByteRange;

Fix replaceInTable(const char *title, const KnownTable &table, ByteRange range, const QByteArray &by)
{
    return replaceText(title, *table.file, range, table.content->text().bytes(range), by);
}

ByteRange firstLineOf(const KnownTable &table, ByteRange where)
{
    const ByteRange line = table.content->text().lineAround(where.begin);
    const ByteRange text = syntax::trimmed(table.content->text().view(line), {0, line.size()});
    return {line.begin + text.begin, line.begin + text.end};
}

std::optional<Fix> retype(const NamedTable &table, const char *title, const QByteArray &type)
{
    const Word &word = table.use.word;
    const QByteArray old = table.use.type + ':';
    const qsizetype at = word.text.indexOf(old);
    if (!word.place || !word.isWhole || at < 0 || table.isPart)
        return std::nullopt;
    const qsizetype begin = word.place->range.begin + at;
    return replaceText(title, word.place->file, {begin, begin + old.size()}, old, type + ':');
}

} // namespace lint
