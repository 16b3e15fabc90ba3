// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tables/sorting.h"

#include "core/edits/rowtext.h"
#include "core/lint/words.h"
#include "core/tables/shadowing.h"

#include <QCoreApplication>
#include <QtEndian>

#include <algorithm>
#include <cstring>
#include <vector>

namespace tables {

using edits::Outcome;
using edits::Refusal;
using syntax::ByteRange;
using syntax::Row;
using syntax::Table;
using syntax::TableKind;

namespace {

/// A row with its remark, and what it is sorted by. A table may have millions, so it is kept small.
struct Block
{
    qsizetype begin = 0; ///< in the file
    quint64 prefix = 0; ///< the first bytes of the sort key
    quint64 keyBegin = 0; ///< of the rest of it
    quint32 keySize = 0;
    quint32 remarkSize = 0;
    quint32 size = 0; ///< with the remark
    quint32 row = 0;

    qsizetype end() const { return begin + size; }
};

using Blocks = std::vector<Block>;

class Sorter
{
public:
    Sorter(const model::File &file, const Sorting &sorting, const IsCancelled &isCancelled)
        : m_file(file),
          m_table(*file.table()),
          m_text(file.text()),
          m_sorting(sorting),
          m_isCancelled(isCancelled),
          m_plan{file.text()}
    {
    }

    SortPlan plan()
    {
        qsizetype above = 0; // where the row above ends
        for (qsizetype part = 0; part < m_text.chunkCount(); ++part) {
            const syntax::ChunkRows rows = m_table.rowsOfChunk(part);
            if (m_isCancelled && m_isCancelled())
                return {m_text};
            for (qsizetype which = 0; which < rows.starts.size(); ++which) {
                const ByteRange whole = m_table.wholeIn(rows, which);
                take(static_cast<quint32>(rows.firstRow + which), above,
                     {whole.begin + rows.begin, whole.end + rows.begin});
                above = whole.end + rows.begin;
            }
        }
        settleSection();
        if (m_plan.replacements.isEmpty())
            return {m_text};
        m_plan.changesMeaning = isOrderOfSense();
        m_plan.isRefused = !isReadAsMeant();
        return std::move(m_plan);
    }

private:
    void take(quint32 number, qsizetype above, ByteRange whole)
    {
        const Row row = m_table.row(number);
        const bool hasPlace = row.form == Row::Form::If || row.form == Row::Form::EndIf
            || !(syntax::Text::mayStartRow(m_text.view(whole).front()) || !row.enabled);
        const qsizetype begin = above < whole.begin ? m_table.remarkOf(row).begin : whole.begin;
        if (hasPlace || (!m_sorting.acrossHeadings && hasHeading({above, begin})))
            settleSection();
        if (hasPlace)
            return;
        Block block{.begin = begin,
                    .remarkSize = static_cast<quint32>(whole.begin - begin),
                    .size = static_cast<quint32>(whole.end - begin),
                    .row = number};
        setKey(block, sortKeyOf(row));
        m_section.push_back(block);
    }

    bool hasHeading(ByteRange gap) const { return !gap.isEmpty() && m_text.bytes(gap).contains('#'); }

    QByteArray sortKeyOf(const Row &row) const
    {
        if (m_sorting.by == Sorting::By::Key) {
            const QByteArray key = m_table.keyOf(row);
            if (m_table.kind() != TableKind::Cidr)
                return key.toLower();
            const auto network = lint::networkOf(key);
            if (!network)
                return '~' + key;
            const char family = network->isIPv4() ? '4' : '6';
            return family + network->address + static_cast<char>(network->length);
        }
        const QByteArray value = m_table.valueOf(row);
        if (m_sorting.by == Sorting::By::Value)
            return value.toLower();
        return split(value, m_sorting.columns).value(m_sorting.column).toLower();
    }

    void setKey(Block &block, const QByteArray &key)
    {
        constexpr qsizetype most = sizeof block.prefix;
        QByteArray front = key.first(std::min(most, key.size()));
        front.append(most - front.size(), '\0');
        block.prefix = qFromBigEndian<quint64>(front.constData());
        block.keyBegin = static_cast<quint64>(m_keys.size());
        block.keySize = static_cast<quint32>(std::max<qsizetype>(0, key.size() - most));
        if (key.size() > most)
            m_keys += key.sliced(most);
    }

    /// Rows that are equal are told apart by where they are.
    bool isBefore(const Block &a, const Block &b) const
    {
        int compared = a.prefix < b.prefix ? -1 : a.prefix > b.prefix ? 1 : 0;
        if (compared == 0) {
            const size_t shared = std::min(a.keySize, b.keySize);
            compared =
                shared > 0 ? std::memcmp(m_keys.data() + a.keyBegin, m_keys.data() + b.keyBegin, shared) : 0;
            if (compared == 0)
                compared = a.keySize < b.keySize ? -1 : a.keySize > b.keySize ? 1 : 0;
        }
        if (compared == 0)
            return a.row < b.row;
        return m_sorting.order == Qt::AscendingOrder ? compared < 0 : compared > 0;
    }

    /// Puts the rows of the section into order, each at the place where another one was.
    void settleSection()
    {
        Blocks before;
        std::swap(before, m_section);
        const auto compare = [this](const Block &a, const Block &b) { return isBefore(a, b); };
        if (!std::is_sorted(before.begin(), before.end(), compare)) {
            Blocks after = before;
            std::sort(after.begin(), after.end(), compare);
            write(before, after);
        }
        m_keys.clear();
    }

    void write(const Blocks &before, const Blocks &after)
    {
        if (m_plan.order.isEmpty()) {
            m_plan.order.resize(m_table.rowCount());
            for (qsizetype row = 0; row < m_plan.order.size(); ++row)
                m_plan.order[row] = static_cast<quint32>(row);
        }
        const ByteRange range{before.front().begin, before.back().end()};
        // The last line of a file may have no end; then the one that comes to be the last has none.
        const bool isUnfinished =
            range.end == m_text.size() && m_text.view({range.end - 1, range.end}) != "\n";
        QByteArray bytes;
        bytes.reserve(range.size() + 2);
        qsizetype at = range.begin;
        for (size_t i = 0; i < before.size(); ++i) {
            bytes += m_text.bytes({at, before[i].begin});
            at = before[i].end();
            m_plan.order[before[i].row] = after[i].row;
            m_expected.push_back(range.begin + bytes.size() + after[i].remarkSize);
            bytes += m_text.bytes({after[i].begin, after[i].end()});
            const bool isLast = i + 1 == before.size();
            if (isUnfinished && !isLast && after[i].end() == m_text.size())
                bytes += edits::lineEndAt(m_text, before.front().begin);
            else if (isUnfinished && isLast && bytes.endsWith('\n'))
                bytes.chop(bytes.endsWith("\r\n") ? 2 : 1);
        }
        m_plan.replacements.append({range, bytes});
        for (const Block &block : before)
            m_moved.push_back(block.row);
    }

    /// Whether it matters which row comes first.
    bool isOrderOfSense() const
    {
        if (m_table.kind() == TableKind::Pattern || m_table.kind() == TableKind::Cidr)
            return true;
        if (m_sorting.by == Sorting::By::Key)
            return false;
        std::vector<quint32> places(static_cast<size_t>(m_plan.order.size()));
        for (qsizetype i = 0; i < m_plan.order.size(); ++i)
            places[m_plan.order[i]] = static_cast<quint32>(i);
        const Shadows shadows = shadowedRows(m_file, m_isCancelled);
        return std::any_of(shadows.begin(), shadows.end(),
                           [&](const Shadow &shadow) { return places[shadow.by] > places[shadow.row]; });
    }

    /// Whether each row begins where it was put, with as many bytes as it had.
    bool isReadAsMeant() const
    {
        QList<syntax::Splice> splices;
        for (const model::Draft::Replacement &replacement : m_plan.replacements)
            splices.append({replacement.range, replacement.bytes});
        const Table after(m_text.replaced(splices), m_table);
        if (after.rowCount() != m_table.rowCount())
            return false;
        for (size_t i = 0; i < m_moved.size(); ++i) {
            const ByteRange whole = after.wholeOf(m_moved[i]);
            const ByteRange old = m_table.wholeOf(m_plan.order[m_moved[i]]);
            constexpr qsizetype lineEnd = 2;
            if (whole.begin != m_expected[i] || whole.size() > old.size() + lineEnd
                || whole.size() < old.size() - lineEnd)
                return false;
        }
        return true;
    }

    const model::File &m_file;
    const Table &m_table;
    const syntax::Text &m_text;
    const Sorting &m_sorting;
    const IsCancelled &m_isCancelled;
    SortPlan m_plan;
    Blocks m_section;
    QByteArray m_keys; ///< of the section, end to end
    std::vector<quint32> m_moved; ///< the numbers of the places in the sections that change
    std::vector<qsizetype> m_expected; ///< where the rows there begin afterwards
};

} // namespace

SortPlan planSorting(const model::File &file, const Sorting &sorting, const IsCancelled &isCancelled)
{
    return Sorter(file, sorting, isCancelled).plan();
}

Outcome sort(model::Draft &draft, model::FileId file, const SortPlan &plan)
{
    const model::File &now = draft.snapshot().file(file);
    const QByteArray name = now.info().name.toUtf8();
    if (!now.isEditable())
        return Refusal{Refusal::Reason::NotEditable, name};
    if (plan.isRefused)
        return Refusal{Refusal::Reason::BadValue, name,
                       QCoreApplication::translate(
                           "tables",
                           "In that order, a row or a remark would be read as part of another row. "
                           "Put empty lines between them first.")};
    if (!now.table() || !(now.text() == plan.before))
        return Refusal{Refusal::Reason::BadValue, name,
                       QCoreApplication::translate(
                           "tables", "The table has changed in the meantime. Sort it once more.")};
    draft.replaceAll(file, plan.replacements);
    return {};
}

} // namespace tables
