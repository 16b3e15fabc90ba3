// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tables/replacing.h"

#include "core/syntax/rowgrammar.h"

#include <QCoreApplication>

#include <algorithm>

namespace tables {

using edits::Outcome;
using edits::Refusal;
using syntax::ByteRange;
using syntax::Row;
using syntax::Table;
using Replacement = model::Draft::Replacement;

namespace {

void findIn(QByteArrayView bytes, qsizetype begin, const Needle &needle, QList<ByteRange> &found)
{
    for (qsizetype at = needle.findIn(bytes); at >= 0; at = needle.findIn(bytes, at + needle.size()))
        found.append({begin + at, begin + at + needle.size()});
}

/// The row as it would be, and whether it is then read as meant.
class RowTrial
{
public:
    RowTrial(const Table &table, const Row &row, const QList<ByteRange> &found, const QByteArray &by)
        : m_table(table), m_row(row), m_found(found), m_by(by)
    {
        qsizetype at = row.whole.begin;
        for (const ByteRange &range : found) {
            m_bytes += table.text().view({at, range.begin});
            m_bytes += by;
            at = range.end;
        }
        m_bytes += table.text().view({at, row.whole.end});
    }

    const QByteArray &bytes() const { return m_bytes; }

    bool isAsMeant() const
    {
        const ByteRange whole{0, m_bytes.size()};
        if (m_by.contains('\n') || m_by.contains('\0'))
            return false;
        if (m_row.enabled ? !isOneRow() : endOfOff() != whole.end)
            return false;
        const Row after = syntax::parseRow(m_bytes, whole, m_table.kind(), m_row.enabled).row;
        const ByteRange value = syntax::trimmed(m_bytes, moved(m_row.value));
        return after.form == m_row.form && after.negated == m_row.negated && after.key == moved(m_row.key)
            && (after.value == value || (after.value.isEmpty() && value.isEmpty()));
    }

private:
    /// Where a range of the row is in the new bytes.
    ByteRange moved(ByteRange range) const
    {
        ByteRange result{range.begin - m_row.whole.begin, range.end - m_row.whole.begin};
        for (const ByteRange &found : m_found) {
            const qsizetype growth = m_by.size() - found.size();
            if (found.end <= range.begin)
                result.begin += growth;
            if (found.end <= range.end)
                result.end += growth;
        }
        return result;
    }

    /// Each line goes on being what it is.
    bool isOneRow() const
    {
        if (m_bytes.isEmpty() || !syntax::Text::mayStartRow(m_bytes[0]))
            return false;
        const auto pieces = [this](QByteArrayView bytes) {
            return syntax::rowPieces(bytes, {0, bytes.size()}, true);
        };
        const QByteArrayView before = m_table.text().view(m_row.whole);
        if (before.indexOf('\n') == before.size() - 1 || !before.contains('\n'))
            return true;
        const syntax::RowPieces after = pieces(m_bytes);
        return after.size() == pieces(before).size();
    }

    /// What is below a row that is switched off may be taken for a part of it.
    qsizetype endOfOff() const
    {
        constexpr qsizetype reach = 4096;
        const syntax::Text &text = m_table.text();
        const qsizetype end = m_row.whole.end;
        const QByteArray both = m_bytes + text.bytes({end, std::min(text.size(), end + reach)});
        if (!both.startsWith('#'))
            return -1;
        return syntax::switchedOffRowEnd(both, 0, m_table.kind());
    }

    const Table &m_table;
    const Row &m_row;
    const QList<ByteRange> &m_found;
    const QByteArray &m_by;
    QByteArray m_bytes;
};

/// Puts replacements together when that takes less memory than keeping them apart.
void append(ReplacePlan &plan, Replacement replacement)
{
    constexpr qsizetype near = 128;
    constexpr qsizetype most = qsizetype(1024) * 1024;
    if (!plan.replacements.isEmpty()) {
        Replacement &last = plan.replacements.last();
        const qsizetype gap = replacement.range.begin - last.range.end;
        if (gap < near && last.bytes.size() < most) {
            last.bytes += plan.before.bytes({last.range.end, replacement.range.begin});
            last.bytes += replacement.bytes;
            last.range.end = replacement.range.end;
            return;
        }
    }
    plan.replacements.append(std::move(replacement));
}

class Planner
{
public:
    Planner(const model::File &file, const Replacing &replacing)
        : m_table(*file.table()),
          m_replacing(replacing),
          m_needle(replacing.find, replacing.sensitivity),
          m_plan{file.text()}
    {
    }

    void look(quint32 number)
    {
        // Most rows do not have it; those are not taken apart.
        const ByteRange whole = m_table.wholeOf(number);
        if (m_needle.findIn(m_table.text().view(whole)) < 0)
            return;
        const Row row = m_table.row(number);
        const QList<ByteRange> found = occurrencesIn(m_table, row, m_needle, m_replacing.part);
        if (found.isEmpty())
            return;
        const RowTrial trial(m_table, row, found, m_replacing.by);
        if (!trial.isAsMeant()) {
            m_plan.left.append(number);
            return;
        }
        m_plan.rows.append(number);
        m_plan.count += found.size();
        const ByteRange spanned{found.first().begin, found.last().end};
        const qsizetype tail = row.whole.end - spanned.end;
        append(m_plan, {spanned, trial.bytes().sliced(spanned.begin - row.whole.begin).chopped(tail)});
    }

    ReplacePlan take() { return std::move(m_plan); }

private:
    const Table &m_table;
    const Replacing &m_replacing;
    Needle m_needle;
    ReplacePlan m_plan;
};

} // namespace

QList<ByteRange> occurrencesIn(const Table &table, const Row &row, const Needle &needle, RowPart part)
{
    QList<ByteRange> found;
    if (part != RowPart::Value && row.form != Row::Form::Stray)
        findIn(table.text().view(row.key), row.key.begin, needle, found);
    if (part != RowPart::Key) {
        for (const ByteRange &piece : table.piecesOf(row))
            findIn(table.text().view(piece), piece.begin, needle, found);
    }
    return found;
}

ReplacePlan planReplacing(const model::File &file, const Replacing &replacing,
                          const std::optional<RowNumbers> &within, const IsCancelled &isCancelled)
{
    Planner planner(file, replacing);
    const auto look = [&](const RowNumbers &rows) {
        for (const quint32 row : rows)
            planner.look(row);
    };
    constexpr qsizetype slice = qsizetype(256) * 1024;
    RowFilter filter(file, replacing.find, within);
    RowNumbers seen;
    while (!filter.atEnd() && !(isCancelled && isCancelled())) {
        RowNumbers rows = filter.next(slice, slice);
        if (within)
            rows.removeIf(
                [&](quint32 row) { return !std::binary_search(within->begin(), within->end(), row); });
        look(rows);
    }
    return planner.take();
}

Outcome replace(model::Draft &draft, model::FileId file, const ReplacePlan &plan)
{
    const auto translated = [](const char *text) { return QCoreApplication::translate("tables", text); };
    const model::File &now = draft.snapshot().file(file);
    if (!now.isEditable())
        return Refusal{Refusal::Reason::NotEditable, now.info().name.toUtf8()};
    const qsizetype rowCount = now.table() ? now.table()->rowCount() : -1;
    const QString changed = translated(QT_TRANSLATE_NOOP(
        "tables", "The table has changed since. Look for the text again, then replace it."));
    if (rowCount < 0 || !(now.text() == plan.before))
        return Refusal{Refusal::Reason::BadValue, now.info().name.toUtf8(), changed};
    model::Draft trial = draft;
    trial.replaceAll(file, plan.replacements);
    if (trial.snapshot().file(file).table()->rowCount() != rowCount)
        return Refusal{Refusal::Reason::BadValue, now.info().name.toUtf8(),
                       translated(QT_TRANSLATE_NOOP(
                           "tables",
                           "A remark or another row would be read differently. Replace the text in "
                           "fewer rows, or edit the source."))};
    draft = std::move(trial);
    return {};
}

} // namespace tables
