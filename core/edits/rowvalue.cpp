// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/edits/rowvalue.h"

#include "core/edits/rowtext.h"
#include "core/syntax/rowcursor.h"

#include <algorithm>

namespace edits {

using model::Draft;
using syntax::ByteRange;
using syntax::Row;
using syntax::Table;
using Replacements = QList<Draft::Replacement>;

namespace {

/// The pieces of a value and their text joined by one blank, with the way back from there to the file.
class JoinedValue
{
public:
    JoinedValue(const Table &table, const Row &row) : m_pieces(table.piecesOf(row))
    {
        for (const ByteRange &piece : m_pieces) {
            m_begins.append(m_text.isEmpty() ? 0 : m_text.size() + 1);
            if (!m_text.isEmpty())
                m_text += ' ';
            m_text += table.text().view(piece);
        }
    }

    const QByteArray &text() const { return m_text; }
    const QList<ByteRange> &pieces() const { return m_pieces; }
    /// The piece that `at` is in; a blank between two pieces counts to the first.
    qsizetype pieceAt(qsizetype at) const
    {
        return std::upper_bound(m_begins.begin(), m_begins.end(), at) - m_begins.begin() - 1;
    }
    qsizetype begin(qsizetype piece) const { return m_begins[piece]; }
    qsizetype end(qsizetype piece) const { return m_begins[piece] + m_pieces[piece].size(); }
    qsizetype offset(qsizetype at) const
    {
        const qsizetype piece = pieceAt(at);
        return std::min(m_pieces[piece].begin + at - m_begins[piece], m_pieces[piece].end);
    }

private:
    QList<ByteRange> m_pieces;
    QList<qsizetype> m_begins;
    QByteArray m_text;
};

/// The lines of the pieces from `first` to before `end`, all of them behind the first line of the row.
Replacements removedLines(const Table &table, const JoinedValue &value, qsizetype first, qsizetype end)
{
    Replacements replacements;
    for (qsizetype piece = first; piece < end; ++piece)
        replacements.append(Draft::Replacement{table.text().lineAround(value.pieces()[piece].begin), {}});
    return replacements;
}

/// The lines are to stand as they are given: those that differ are replaced.
Replacements replacedLines(const Table &table, const JoinedValue &value, const QByteArrayList &lines,
                           const QByteArray &lineBreak)
{
    const QList<ByteRange> &pieces = value.pieces();
    const qsizetype most = std::min(pieces.size(), lines.size());
    qsizetype head = 0;
    while (head < most && table.text().view(pieces[head]) == lines[head])
        ++head;
    qsizetype tail = 0;
    while (tail < most - head
           && table.text().view(pieces[pieces.size() - 1 - tail]) == lines[lines.size() - 1 - tail])
        ++tail;
    const qsizetype end = pieces.size() - tail;
    const QByteArray middle = lines.sliced(head, lines.size() - head - tail).join(lineBreak);
    if (head < end && !middle.isEmpty())
        return {{{pieces[head].begin, pieces[end - 1].end}, middle}};
    if (head < end && head > 0)
        return removedLines(table, value, head, end);
    if (head < end)
        return {{{pieces[0].begin, pieces[end].begin}, {}}};
    if (head > 0)
        return {{{pieces[head - 1].end, pieces[head - 1].end}, lineBreak + middle}};
    return {{{pieces[0].begin, pieces[0].begin}, middle + lineBreak}};
}

/// Only the bytes that differ are replaced, so that the lines and comments between the others stay.
QList<Replacements> replacedBytes(const Table &table, const JoinedValue &old, const QByteArray &now)
{
    QList<Replacements> ways;
    const QByteArray &was = old.text();
    const qsizetype most = std::min(was.size(), now.size());
    qsizetype head = 0;
    while (head < most && was[head] == now[head])
        ++head;
    qsizetype tail = 0;
    while (tail < most - head && was[was.size() - 1 - tail] == now[now.size() - 1 - tail])
        ++tail;
    const qsizetype wasEnd = was.size() - tail;
    const QByteArray middle = now.sliced(head, now.size() - head - tail);
    const qsizetype first = old.pieceAt(head);
    const qsizetype last = old.pieceAt(wasEnd);
    const ByteRange toLineEnd{old.offset(head), old.pieces()[first].end};
    if (wasEnd <= old.end(first)) {
        ways.append(Replacements{{{old.offset(head), old.offset(wasEnd)}, middle}});
    } else if (wasEnd == old.begin(last)) {
        // Whole lines go; what is new comes to the end of the line above.
        if (head == old.begin(first) && middle.isEmpty() && first > 0)
            ways.append(removedLines(table, old, first, last));
        ways.append(Replacements{{toLineEnd, middle.trimmed()}} + removedLines(table, old, first + 1, last));
    } else if (tail == 0) {
        ways.append(Replacements{{toLineEnd, middle}} + removedLines(table, old, first + 1, last + 1));
    } else if (middle.isEmpty() && head == old.end(first)) {
        ways.append(removedLines(table, old, first + 1, last + 1));
    }
    ways.append(Replacements{{{old.offset(head), old.offset(wasEnd)}, middle}});
    return ways;
}

} // namespace

QList<Replacements> valueReplacements(const Table &table, qsizetype index, const QByteArrayList &lines)
{
    const Row row = table.row(index);
    const QByteArray lineEnd = lineEndAt(table.text(), row.whole.begin);
    const QByteArray indent = (row.enabled ? "" : "#") + indentFor(table, index);
    const QByteArray fresh = lines.join(lineEnd + indent);
    QList<Replacements> ways;
    const JoinedValue old(table, row);
    if (!old.text().isEmpty() && lines.size() > 1)
        ways.append(replacedLines(table, old, lines, lineEnd + indent));
    if (!old.text().isEmpty() && !fresh.isEmpty())
        ways += replacedBytes(table, old, lines.join(' '));
    // Where a pattern loses its value nothing is needed behind it.
    if (fresh.isEmpty()) {
        ways.append(Replacements{{{row.key.end, row.value.end}, {}}});
        return ways;
    }
    const QByteArray key = table.text().bytes(row.key);
    const QByteArray separator = table.text().bytes(row.separator);
    const bool isSeparated = !separator.isEmpty() && !row.value.isEmpty() && !separator.contains('\0')
        && (table.kind() != syntax::TableKind::Aliases || separator.contains(':'));
    if (isSeparated)
        ways.append(Replacements{{row.value, fresh}});
    ways.append(Replacements{{{row.key.end, row.value.end}, separatorFor(table, index, key) + fresh}});
    return ways;
}

ByteRange frontOf(const Table &table, const Row &row)
{
    const QByteArrayView front = table.text().view({row.whole.begin, row.key.begin});
    qsizetype begin = front.indexOf('!');
    if (begin < 0)
        begin = front.size();
    return {row.whole.begin + begin, row.key.begin};
}

} // namespace edits
