// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/keyset.h"
#include "core/lint/rowresults.h"
#include "core/lint/rowwords.h"
#include "core/lint/words.h"
#include "core/syntax/rowgrammar.h"

#include <algorithm>
#include <array>

namespace lint {

namespace {

using syntax::ByteRange;
using syntax::RowLines;

/// Bytes that some rule looks for.
enum Mark : quint8 {
    Blank = 0x01,
    Quote = 0x02, ///< or what makes the next byte ordinary, or ends the text
    Star = 0x04,
    Dollar = 0x08,
    Hash = 0x10,
    Slash = 0x20,
    Dash = 0x40,
    Pipe = 0x80
};

constexpr std::array<quint8, 256> marks = [] {
    std::array<quint8, 256> table{};
    for (const char blank : {' ', '\t', '\v', '\f', '\r', '\n'})
        table[static_cast<unsigned char>(blank)] = Blank;
    table['"'] = table['\\'] = table['\0'] = Quote;
    table['*'] = Star;
    table['$'] = Dollar;
    table['#'] = Hash;
    table['/'] = Slash;
    table['-'] = Dash;
    table['|'] = Pipe;
    return table;
}();

quint8 markOf(char c)
{
    return marks[static_cast<unsigned char>(c)];
}

/// "192.0.2.0/24", "2001:db8::/32", "192.0.2.1-192.0.2.9".
bool isNetworkKey(QByteArrayView key)
{
    const auto isDigits = [](QByteArrayView text) {
        return !text.isEmpty()
            && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    };
    const auto isAddress = [](QByteArrayView text) {
        if (text.startsWith('[') && text.endsWith(']'))
            text = text.sliced(1, text.size() - 2);
        return addressOf(text).has_value();
    };
    if (const qsizetype slash = key.lastIndexOf('/'); slash > 0)
        return networkOf(key) || (isAddress(key.first(slash)) && isDigits(key.sliced(slash + 1)));
    const qsizetype dash = key.indexOf('-');
    return dash > 0 && isAddress(key.first(dash))
        && (isAddress(key.sliced(dash + 1)) || isDigits(key.sliced(dash + 1)));
}

/// One pass over the rows of a table in the format of postmap(1).
class KeyRows
{
public:
    KeyRows(const Context &context, const KnownTable &table)
        : m_context(context),
          m_table(table),
          m_results(context, table),
          m_keys(*table.content),
          m_hasAddresses((table.roles & (TableRoles(TableRole::Access) | TableRole::Addresses))
                         != TableRoles()),
          m_hasRecipients((table.roles
                           & (TableRoles(TableRole::VirtualAliases) | TableRole::Canonical
                              | TableRole::Generic | TableRole::Transport))
                          != TableRoles()),
          m_isTransport(table.roles.testFlag(TableRole::Transport)),
          m_isStatic(table.named.use.type == "static")
    {
        // Only what stands for an address there is looked into.
        m_wantsWords = m_results.isWanted()
            && (table.roles
                & ~(TableRoles(TableRole::VirtualAliases) | TableRole::Canonical | TableRole::Generic))
                != TableRoles();
    }

    RowHits scan()
    {
        constexpr qsizetype often = 4096;
        qsizetype count = 0;
        m_table.content->forEachRowInForce([&](const RowLines &lines) {
            if (++count % often == 0 && m_context.isCancelled())
                return false;
            return scanRow(lines);
        });
        return m_hits;
    }

private:
    bool scanRow(const RowLines &lines)
    {
        const char *begin = lines.bytes.data() + lines.whole.begin;
        const char *end = lines.bytes.data() + lines.whole.end;
        if (mayBePattern(*begin) && isPatternRow(QByteArrayView(begin, end))) {
            m_hits.add(RowProblem::PatternKey, inFile(lines, {lines.whole.begin, lines.whole.begin + 1}));
            return false;
        }
        if (!lines.isOneLine)
            return scanSlowly(lines);
        quint8 keyMarks = 0;
        const char *keyEnd = begin;
        for (; keyEnd < end; ++keyEnd) {
            const quint8 mark = markOf(*keyEnd);
            if (mark & Blank)
                break;
            keyMarks |= mark;
        }
        const char *value = keyEnd;
        while (value < end && (markOf(*value) & Blank))
            ++value;
        while (end > value && (markOf(end[-1]) & Blank))
            --end;
        quint8 valueMarks = 0;
        for (const char *at = value; at < end; ++at)
            valueMarks |= markOf(*at);
        if (((keyMarks | valueMarks) & Quote) && (keyMarks & Quote || std::find(value, end, '\0') != end))
            return scanSlowly(lines);
        const auto rangeOf = [&](const char *from, const char *to) {
            return inFile(lines, {from - lines.bytes.data(), to - lines.bytes.data()});
        };
        judgeKey(QByteArrayView(begin, keyEnd), keyMarks, rangeOf(begin, keyEnd), value < end, lines.row);
        if (value < end)
            judgeValue(QByteArrayView(value, end), valueMarks, rangeOf(begin, keyEnd), rangeOf(value, end));
        else
            m_hits.add(RowProblem::NoValue, rangeOf(begin, keyEnd), {QByteArray(begin, keyEnd - begin)});
        return true;
    }

    /// A row with quotes or with several lines.
    bool scanSlowly(const RowLines &lines)
    {
        const syntax::Row row =
            syntax::parseRow(lines.bytes, lines.whole, syntax::TableKind::KeyValue, true).row;
        syntax::Row inTable = row;
        for (ByteRange *range : {&inTable.whole, &inTable.key, &inTable.separator, &inTable.value})
            *range = inFile(lines, *range);
        const QByteArray key = m_table.content->keyOf(inTable);
        const QByteArray value = m_table.content->valueOf(inTable);
        if (key.isEmpty())
            return true; // an indented line that continues nothing
        const auto marksIn = [](QByteArrayView text) {
            quint8 all = 0;
            for (const char c : text)
                all |= markOf(c);
            return all;
        };
        judgeKey(key, marksIn(key), inTable.key, !value.isEmpty(), lines.row);
        if (value.isEmpty()) {
            if (!m_isStatic)
                m_hits.add(RowProblem::NoValue, inTable.key, {key});
            return true;
        }
        const quint8 valueMarks = marksIn(value);
        if (lines.isOneLine) {
            judgeValue(value, valueMarks, inTable.key, inTable.value);
            return true;
        }
        const syntax::RowPieces pieces = syntax::rowPieces(lines.bytes, lines.whole, true);
        if (m_hasRecipients && (valueMarks & Hash))
            judgeComments(lines, pieces, row);
        findSwallowed(lines, pieces, row);
        judgeValue(value, valueMarks & static_cast<quint8>(~Hash), inTable.key, inTable.value);
        return true;
    }

    void judgeKey(QByteArrayView key, quint8 keyMarks, ByteRange where, bool hasValue, qsizetype row)
    {
        if (key.endsWith(':') && !m_hits.has(RowProblem::ColonKey))
            m_hits.add(RowProblem::ColonKey, where);
        if ((keyMarks & Star) && !(m_isTransport && key == "*"))
            m_hits.add(RowProblem::Wildcard, where, {key.toByteArray()});
        if (keyMarks & Dollar)
            judgeNames(key, where);
        if (m_hasAddresses && (keyMarks & (Slash | Dash)) && isNetworkKey(key))
            m_hits.add(RowProblem::NetworkKey, where);
        if (hasValue && !m_isStatic) {
            if (const auto before = m_keys.insert(key, row))
                m_hits.add(RowProblem::Duplicate, where,
                           {key.toByteArray(), QByteArray::number(lineOf(*before))});
        }
    }

    void judgeValue(QByteArrayView value, quint8 valueMarks, ByteRange keyPlace, ByteRange where)
    {
        if (m_hasRecipients && (valueMarks & Hash)) {
            if (const auto comment = commentIn(value))
                m_hits.add(RowProblem::Comment, {where.begin + *comment, where.begin + *comment + 1});
        }
        if (valueMarks & Dollar)
            judgeNames(value, keyPlace);
        if (m_results.isWanted()
            && (m_wantsWords || (valueMarks & (Pipe | Slash)) || value.contains(":include:")))
            m_results.judge(value, keyPlace, m_hits);
    }

    void judgeNames(QByteArrayView text, ByteRange where)
    {
        m_hits.setAskedForNames();
        const QByteArray name = parameterIn(m_context, text);
        if (!name.isEmpty() && !(m_lastNamed == where.begin))
            m_hits.add(RowProblem::Parameter, where, {name});
        if (!name.isEmpty())
            m_lastNamed = where.begin;
    }

    void judgeComments(const RowLines &lines, const syntax::RowPieces &pieces, const syntax::Row &row)
    {
        for (const ByteRange &piece : pieces) {
            const ByteRange part{std::max(piece.begin, row.value.begin), std::min(piece.end, row.value.end)};
            if (part.begin >= part.end)
                continue;
            if (const auto comment = commentIn(part.in(lines.bytes)))
                m_hits.add(RowProblem::Comment,
                           inFile(lines, {part.begin + *comment, part.begin + *comment + 1}));
        }
    }

    void findSwallowed(const RowLines &lines, const syntax::RowPieces &pieces, const syntax::Row &row)
    {
        const bool hasValueAtOnce = !pieces.isEmpty() && row.value.begin < pieces.front().end;
        if (!hasValueAtOnce)
            return;
        for (auto piece = pieces.begin() + 1; piece != pieces.end(); ++piece) {
            const ByteRange text = syntax::trimmed(lines.bytes, *piece);
            if (isSwallowedRow(text.in(lines.bytes)))
                m_hits.add(RowProblem::Swallowed, inFile(lines, text));
        }
    }

    qsizetype lineOf(qsizetype row) const
    {
        return m_table.content->text().lineAt(m_table.content->rowBegin(row)) + 1;
    }

    static ByteRange inFile(const RowLines &lines, ByteRange range)
    {
        return {range.begin + lines.chunkBegin, range.end + lines.chunkBegin};
    }

    const Context &m_context;
    const KnownTable &m_table;
    RowResults m_results;
    KeySet m_keys;
    RowHits m_hits;
    qsizetype m_lastNamed = -1;
    bool m_hasAddresses;
    bool m_hasRecipients;
    bool m_isTransport;
    bool m_isStatic;
    bool m_wantsWords = false;
};

} // namespace

RowHits keyRowHits(const Context &context, const KnownTable &table)
{
    return KeyRows(context, table).scan();
}

} // namespace lint
