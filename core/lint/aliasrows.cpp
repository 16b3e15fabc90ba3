// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/keyset.h"
#include "core/lint/rowhits.h"
#include "core/lint/rowwords.h"
#include "core/syntax/rowgrammar.h"

#include <algorithm>
#include <utility>

namespace lint {

namespace {

using syntax::ByteRange;
using syntax::Row;
using syntax::RowLines;

/// The items of an alias, quotes left out.
QByteArrayList itemsOf(const QByteArray &value)
{
    QByteArrayList items;
    QByteArray item;
    bool isQuoted = false;
    for (const char c : value) {
        if (c == '"')
            isQuoted = !isQuoted;
        else if (c == ',' && !isQuoted)
            items.append(std::exchange(item, {}).trimmed());
        else
            item += c;
    }
    items.append(item.trimmed());
    items.removeAll(QByteArray());
    return items;
}

bool isLocalName(const QByteArray &item)
{
    return !item.contains('@') && !item.startsWith('|') && !item.startsWith('/') && !item.startsWith(':')
        && !item.startsWith('\\');
}

/// Bytes of a name that stand for themselves.
bool isPlain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-'
        || c == '_' || c == '+';
}

/// "name:" at the beginning of a continued line.
bool startsAlias(QByteArrayView text)
{
    const qsizetype end = std::find_if(text.begin(), text.end(), syntax::isSpace) - text.begin();
    const QByteArrayView word = text.first(end);
    return word.size() > 1 && word.endsWith(':') && word.indexOf(':') == word.size() - 1
        && !word.startsWith('"') && !word.startsWith('|');
}

/// One pass over the rows of a file in the format of aliases(5).
class AliasRows
{
public:
    AliasRows(const Context &context, const KnownTable &table)
        : m_context(context), m_table(*table.content), m_keys(*table.content)
    {
    }

    RowHits scan()
    {
        constexpr qsizetype often = 1024;
        qsizetype count = 0;
        m_table.forEachRowInForce([&](const RowLines &lines) {
            if (++count % often == 0 && m_context.isCancelled())
                return false;
            if (!lines.isOneLine || !judgePlain(lines))
                judge(lines,
                      syntax::parseRow(lines.bytes, lines.whole, syntax::TableKind::Aliases, true).row);
            return true;
        });
        return m_hits;
    }

private:
    /// A row whose name needs no unquoting and whose value is one address; false for all others.
    bool judgePlain(const RowLines &lines)
    {
        const QByteArrayView row = lines.whole.in(lines.bytes).trimmed();
        const qsizetype colon = std::find_if_not(row.begin(), row.end(), isPlain) - row.begin();
        if (colon == 0 || colon >= row.size() || row[colon] != ':')
            return false;
        const QByteArrayView value = row.sliced(colon + 1).trimmed();
        const auto isOfAddress = [](char c) { return isPlain(c) || c == '@'; };
        const bool isPlainRow = value.contains('@') && std::all_of(value.begin(), value.end(), isOfAddress)
            && lines.whole.in(lines.bytes).front() == row.front();
        if (isPlainRow)
            judgeName(row.first(colon), lines.whole.begin + lines.chunkBegin, lines.row);
        return isPlainRow;
    }

    void judgeName(QByteArrayView name, qsizetype begin, qsizetype row)
    {
        m_hits.hasPostmaster = m_hits.hasPostmaster || name.compare("postmaster", Qt::CaseInsensitive) == 0;
        if (const auto before = m_keys.insert(name, row))
            m_hits.add(RowProblem::Duplicate, {begin, begin + name.size()},
                       {name.toByteArray(),
                        QByteArray::number(m_table.text().lineAt(m_table.rowBegin(*before)) + 1)});
    }

    void keepLocalNames(const QByteArray &name, const Row &row)
    {
        LocalAlias alias{.name = name.toLower(), .where = row.key};
        const QByteArrayList items = itemsOf(m_table.valueOf(row));
        for (const QByteArray &item : items) {
            if (isLocalName(item))
                alias.names.append(item.toLower());
        }
        alias.isAlone = items.size() == 1;
        if (!alias.names.isEmpty())
            m_hits.localAliases.append(alias);
    }

    void judge(const RowLines &lines, const Row &inChunk)
    {
        Row row = inChunk;
        for (ByteRange *range : {&row.whole, &row.key, &row.separator, &row.value})
            *range = {range->begin + lines.chunkBegin, range->end + lines.chunkBegin};
        const QByteArray name = m_table.keyOf(row);
        if (name.isEmpty())
            return;
        const bool hasColon = inChunk.separator.in(lines.bytes).contains(':');
        if (!hasColon) {
            m_hits.add(RowProblem::NoColon, row.key);
            return;
        }
        if (name.contains('@'))
            m_hits.add(RowProblem::AliasDomain, row.key);
        if (row.form == Row::Form::Entry) {
            judgeName(name, row.whole.begin, lines.row);
            keepLocalNames(name, row);
        }
        const QByteArrayView bytes = inChunk.whole.in(lines.bytes);
        if (bytes.contains('$')) {
            m_hits.setAskedForNames();
            const QByteArray parameter = parameterIn(m_context, bytes);
            if (!parameter.isEmpty())
                m_hits.add(RowProblem::Parameter, row.key, {parameter});
        }
        const syntax::RowPieces pieces = syntax::rowPieces(lines.bytes, lines.whole, true);
        for (const ByteRange &piece : pieces) {
            const ByteRange value{std::max(piece.begin, inChunk.value.begin),
                                  std::min(piece.end, inChunk.value.end)};
            if (value.begin < value.end)
                findComment(lines, value);
            if (&piece != pieces.begin() && startsAlias(syntax::trimmed(lines.bytes, piece).in(lines.bytes)))
                m_hits.add(RowProblem::Swallowed, inFile(lines, syntax::trimmed(lines.bytes, piece)));
        }
    }

    void findComment(const RowLines &lines, ByteRange value)
    {
        if (const auto comment = commentIn(value.in(lines.bytes)))
            m_hits.add(RowProblem::Comment,
                       inFile(lines, {value.begin + *comment, value.begin + *comment + 1}));
    }

    static ByteRange inFile(const RowLines &lines, ByteRange range)
    {
        return {range.begin + lines.chunkBegin, range.end + lines.chunkBegin};
    }

    const Context &m_context;
    const syntax::Table &m_table;
    KeySet m_keys;
    RowHits m_hits;
};

} // namespace

RowHits aliasRowHits(const Context &context, const KnownTable &table)
{
    return AliasRows(context, table).scan();
}

} // namespace lint
