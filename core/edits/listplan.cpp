// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/edits/listplan.h"

#include "core/edits/listgap.h"
#include "core/syntax/listvalue.h"
#include "core/syntax/logicallines.h"

#include <QHash>

#include <algorithm>
#include <utility>

namespace edits {

namespace {

using syntax::ByteRange;
using syntax::MainCf;
using syntax::Setting;

/// The new text, put together from bytes that stay in their order and bytes that are new.
class Pieces
{
public:
    Pieces(QByteArrayView text, qsizetype begin) : m_text(text), m_at(begin) { }

    void add(QByteArrayView bytes) { m_fresh += bytes; }
    void keep(ByteRange range)
    {
        if (range.isEmpty())
            return;
        if (range.begin < m_at) {
            add(range.in(m_text));
            return;
        }
        flush(range.begin);
        m_at = range.end;
    }
    Replacements finish(qsizetype end)
    {
        flush(end);
        return m_replacements;
    }

private:
    void flush(qsizetype end)
    {
        if (m_at < end || !m_fresh.isEmpty())
            m_replacements.append(Replacement{{m_at, end}, m_fresh});
        m_fresh.clear();
    }

    QByteArrayView m_text;
    qsizetype m_at;
    QByteArray m_fresh;
    Replacements m_replacements;
};

class Rewriter
{
public:
    Rewriter(const MainCf &file, qsizetype index)
        : m_text(file.text()),
          m_setting(file.settings().at(index)),
          m_items(syntax::listItems(m_text, file.piecesOf(m_setting))),
          m_begin(behindEquals(file, m_setting)),
          m_lineEnd(lineEndAt(m_text, m_setting.whole.begin)),
          m_out(m_text, m_begin)
    {
        const ByteRange inFront{m_setting.whole.begin, m_setting.name.begin};
        const qsizetype hashes = syntax::trimmed(m_text, inFront).size();
        qsizetype at = m_begin;
        for (const syntax::ListItem &item : m_items) {
            m_gaps.append(listGap(m_text, {at, item.range.begin}, hashes));
            at = item.range.end;
        }
        m_gaps.append(listGap(m_text, {at, m_setting.whole.end}, hashes));
        const auto row = std::find_if(m_gaps.begin() + 1, m_gaps.end() - 1,
                                      [](const ListGap &gap) { return gap.isBroken; });
        m_prefix =
            row < m_gaps.end() - 1 ? row->prefix.in(m_text).toByteArray() : continuationPrefix(file, index);
        learnStyle();
    }

    Replacements run(const QList<ListEntry> &entries)
    {
        for (qsizetype i = 0; i < entries.size(); ++i)
            put(entries[i], i == 0 ? nullptr : &entries[i - 1]);
        finish(entries.isEmpty() ? nullptr : &entries.last());
        return m_out.finish(m_setting.whole.end);
    }

private:
    static bool stays(const ListEntry *entry) { return entry && entry->kept >= 0 && !entry->moved; }
    const ListGap &tail() const { return m_gaps.last(); }

    void learnStyle()
    {
        qsizetype broken = m_gaps.first().isBroken ? 1 : 0;
        qsizetype inLine = 0;
        for (qsizetype i = 1; i < m_gaps.size(); ++i)
            m_commas = m_commas || m_gaps[i].hasComma;
        for (qsizetype i = 1; i < m_items.size(); ++i) {
            // In a list with commas, what no comma separates belongs together: an action and its argument.
            if (m_commas && !m_gaps[i].hasComma)
                continue;
            ++(m_gaps[i].isBroken ? broken : inLine);
            if (!m_gaps[i].isBroken && m_blanks.isNull())
                m_blanks = blanksOf(m_gaps[i]);
        }
        if (m_items.size() < 2 && !m_commas)
            m_commas = true;
        m_rows = broken > 0 && broken >= inLine;
        if (m_blanks.isNull())
            m_blanks = " ";
    }

    /// The blanks behind the separator, on the same line.
    QByteArray blanksOf(const ListGap &gap) const
    {
        const QByteArrayView bytes = gap.whole.in(m_text);
        QByteArray blanks = bytes.sliced(bytes.lastIndexOf(',') + 1).toByteArray();
        return blanks.isNull() ? QByteArray("") : blanks;
    }

    void put(const ListEntry &entry, const ListEntry *before)
    {
        const bool follows = before ? stays(before) && before->kept + 1 == entry.kept : entry.kept == 0;
        if (stays(&entry) && follows)
            m_out.keep(m_gaps[entry.kept].whole);
        else
            join(entry, before);
        if (entry.text)
            m_out.add(*entry.text);
        else if (stays(&entry))
            m_out.keep(m_items[entry.kept].range);
        else
            m_out.add(m_items[entry.kept].range.in(m_text));
        if (stays(&entry))
            m_next = entry.kept + 1;
    }

    void join(const ListEntry &entry, const ListEntry *before)
    {
        // The lines in between that stay, whatever goes.
        QList<ByteRange> lines;
        const ListGap *row = nullptr;
        if (stays(&entry)) {
            lines = freeLines(entry.kept + 1);
            for (qsizetype i = m_next; i <= entry.kept; ++i)
                row = m_gaps[i].isBroken ? &m_gaps[i] : row;
        }
        const ByteRange own = entry.kept < 0 ? ByteRange() : m_gaps[entry.kept].own;
        const bool needsRow = !lines.isEmpty() || !own.isEmpty();
        if (!before) {
            const ListGap &first = m_gaps.first();
            if (!needsRow && !first.isBroken) {
                m_out.keep(first.whole);
                return;
            }
            if (first.isBroken)
                m_out.keep(first.close);
            startRow(entry, lines, own, row);
            return;
        }
        const bool wantsComma = entry.commaBefore.value_or(m_commas);
        const bool starts = needsRow || row || startsRow(entry, wantsComma);
        const bool commaIsInFront = starts && prefixOf(entry, row).contains(',');
        close(*before, wantsComma && !commaIsInFront, starts);
        if (starts) {
            startRow(entry, lines, own, row);
            return;
        }
        const bool wasInLine = entry.kept > 0 && !m_gaps[entry.kept].isBroken;
        const QByteArray blanks = wasInLine ? blanksOf(m_gaps[entry.kept]) : m_blanks;
        m_out.add(blanks.isEmpty() && !wantsComma ? QByteArray(" ") : blanks);
    }

    bool startsRow(const ListEntry &entry, bool wantsComma) const
    {
        if (stays(&entry) && entry.kept > 0)
            return false; // nor did it before, nor did what is gone in front of it
        const bool isComment = entry.text && entry.text->startsWith('#');
        return m_rows && !isComment && (wantsComma || !m_commas);
    }

    /// Ends `entry` where something follows it.
    void close(const ListEntry &entry, bool wantsComma, bool wholeLine)
    {
        if (entry.kept >= 0) {
            const ByteRange close = m_gaps[entry.kept + 1].close;
            const qsizetype comma = close.in(m_text).indexOf(',');
            if (comma >= 0) {
                const ByteRange part = wholeLine ? close : ByteRange{close.begin, close.begin + comma + 1};
                if (stays(&entry))
                    m_out.keep(part);
                else
                    m_out.add(part.in(m_text));
                return;
            }
        }
        if (wantsComma)
            m_out.add(",");
    }

    QByteArray prefixOf(const ListEntry &entry, const ListGap *row) const
    {
        if (!row && entry.kept >= 0 && m_gaps[entry.kept].isBroken)
            row = &m_gaps[entry.kept];
        return row ? row->prefix.in(m_text).toByteArray() : m_prefix;
    }

    void startRow(const ListEntry &entry, const QList<ByteRange> &lines, ByteRange own, const ListGap *row)
    {
        m_out.add(m_lineEnd);
        for (const ByteRange &line : lines)
            m_out.keep(line);
        if (!stays(&entry)) {
            m_out.add(own.in(m_text));
            m_out.add(prefixOf(entry, row));
            return;
        }
        m_out.keep(own);
        if (row)
            m_out.keep(row->prefix);
        else
            m_out.add(prefixOf(entry, row));
    }

    /// Of the gaps from the one that is next up to `end`.
    QList<ByteRange> freeLines(qsizetype end) const
    {
        QList<ByteRange> lines;
        for (qsizetype i = m_next; i < end; ++i)
            lines += m_gaps[i].free;
        return lines;
    }

    void finish(const ListEntry *last)
    {
        if (stays(last) && last->kept == m_items.size() - 1) {
            m_out.keep(tail().whole);
            return;
        }
        if (last && tail().close.in(m_text).contains(','))
            m_out.add(",");
        const QByteArrayView rest = m_text.first(m_setting.whole.end);
        qsizetype lineEnd = rest.size();
        if (rest.endsWith('\n'))
            lineEnd -= rest.endsWith("\r\n") ? 2 : 1;
        const QList<ByteRange> lines = freeLines(m_items.size());
        if (lineEnd < rest.size() || lines.isEmpty()) {
            m_out.keep({lineEnd, rest.size()});
            for (const ByteRange &line : lines)
                m_out.add(line.in(m_text));
            return;
        }
        // The file ends without a line end, and still does.
        for (const ByteRange &line : lines) {
            m_out.add(m_lineEnd);
            QByteArrayView bytes = line.in(m_text);
            bytes.chop(bytes.endsWith("\r\n") ? 2 : 1);
            m_out.add(bytes);
        }
    }

    QByteArrayView m_text;
    const Setting &m_setting;
    QList<syntax::ListItem> m_items;
    QList<ListGap> m_gaps; ///< in front of each item, and behind the last
    qsizetype m_begin;
    QByteArray m_lineEnd;
    QByteArray m_prefix;
    QByteArray m_blanks;
    bool m_commas = false;
    bool m_rows = false; ///< a new item gets a line of its own
    qsizetype m_next = 0; ///< of the items that stay, the one that is next in the file
    Pieces m_out;
};

/// Pairs of indexes of a longest common subsequence, for lists of a reasonable length.
QList<std::pair<qsizetype, qsizetype>> commonItems(const QByteArrayList &a, const QByteArrayList &b)
{
    qsizetype head = 0;
    while (head < a.size() && head < b.size() && a[head] == b[head])
        ++head;
    qsizetype tail = 0;
    while (tail < a.size() - head && tail < b.size() - head
           && a[a.size() - 1 - tail] == b[b.size() - 1 - tail])
        ++tail;
    QList<std::pair<qsizetype, qsizetype>> pairs;
    for (qsizetype i = 0; i < head; ++i)
        pairs.append({i, i});
    const qsizetype rows = a.size() - head - tail;
    const qsizetype columns = b.size() - head - tail;
    constexpr qsizetype limit = 4'000'000;
    if (rows > 0 && columns > 0 && rows <= limit / columns) {
        QList<qint32> length((rows + 1) * (columns + 1), 0);
        const auto at = [&](qsizetype i, qsizetype j) -> qint32 & { return length[i * (columns + 1) + j]; };
        for (qsizetype i = rows - 1; i >= 0; --i)
            for (qsizetype j = columns - 1; j >= 0; --j)
                at(i, j) =
                    a[head + i] == b[head + j] ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
        for (qsizetype i = 0, j = 0; i < rows && j < columns;) {
            if (a[head + i] == b[head + j]) {
                pairs.append({head + i, head + j});
                ++i;
                ++j;
            } else if (at(i + 1, j) >= at(i, j + 1)) {
                ++i;
            } else {
                ++j;
            }
        }
    }
    for (qsizetype i = tail; i > 0; --i)
        pairs.append({a.size() - i, b.size() - i});
    return pairs;
}

} // namespace

QList<ListEntry> entriesFor(const MainCf &file, qsizetype index, const QByteArray &value)
{
    const QList<ByteRange> pieces = file.piecesOf(file.settings().at(index));
    const QByteArrayList old = syntax::itemTexts(file.text(), pieces, syntax::listItems(file.text(), pieces));
    const QList<syntax::ListItem> items = syntax::listItems(value);
    QByteArrayList wanted;
    for (const syntax::ListItem &item : items)
        wanted.append(item.range.in(value).toByteArray());

    QList<ListEntry> entries(items.size());
    QList<bool> isFree(old.size(), true);
    for (const auto &[from, to] : commonItems(old, wanted)) {
        entries[to].kept = from;
        isFree[from] = false;
    }
    // What is in both but in another place has moved.
    QHash<QByteArray, QList<qsizetype>> gone;
    for (qsizetype i = old.size() - 1; i >= 0; --i)
        if (isFree[i])
            gone[old[i]].append(i);
    for (qsizetype i = 0; i < entries.size(); ++i) {
        if (entries[i].kept >= 0)
            continue;
        QList<qsizetype> &places = gone[wanted[i]];
        if (places.isEmpty())
            continue;
        entries[i].kept = places.takeLast();
        entries[i].moved = true;
        isFree[entries[i].kept] = false;
    }
    // What is left is new; it takes the place of what was there, if anything was.
    qsizetype place = 0;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        if (entries[i].kept >= 0) {
            if (!entries[i].moved)
                place = entries[i].kept + 1;
            continue;
        }
        entries[i].text = wanted[i];
        if (place < old.size() && isFree[place]) {
            entries[i].kept = place;
            isFree[place++] = false;
        }
    }
    const bool hasCommas =
        std::any_of(items.begin(), items.end(), [&, end = qsizetype(0)](const auto &item) mutable {
            const qsizetype begin = std::exchange(end, item.range.end);
            return begin > 0 && ByteRange{begin, item.range.begin}.in(value).contains(',');
        });
    for (qsizetype i = 1; hasCommas && i < items.size(); ++i)
        entries[i].commaBefore =
            ByteRange{items[i - 1].range.end, items[i].range.begin}.in(value).contains(',');
    return entries;
}

Replacements rewriteList(const MainCf &file, qsizetype index, const QList<ListEntry> &entries)
{
    return Rewriter(file, index).run(entries);
}

} // namespace edits
