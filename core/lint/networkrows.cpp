// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/networkcover.h"
#include "core/lint/rowresults.h"
#include "core/syntax/logicalrow.h"

#include <QCoreApplication>

namespace lint {

namespace {

using syntax::ByteRange;
using syntax::isSpace;
using syntax::LogicalRow;
using syntax::RowLines;

QByteArray said(const char *text)
{
    return QCoreApplication::translate("lint", text).toUtf8();
}

/// One pass over the rules of a cidr table, and one over what was found to tell what covers what.
class NetworkRows
{
public:
    NetworkRows(const Context &context, const KnownTable &table)
        : m_context(context), m_table(table), m_results(context, table)
    {
    }

    RowHits scan()
    {
        constexpr qsizetype often = 1024;
        qsizetype count = 0;
        m_table.content->forEachRowInForce([&](const RowLines &lines) {
            if (++count % often == 0 && m_context.isCancelled())
                return false;
            const LogicalRow row(lines);
            if (!row.text.isEmpty() && !isSpace(row.text.front()))
                judge(row);
            return true;
        });
        for (const ByteRange &open : m_open)
            m_hits.add(RowProblem::BadNetwork, open,
                       {said(QT_TRANSLATE_NOOP("lint", "“if” has no matching “endif”"))});
        if (!m_context.isCancelled())
            findCovered();
        return m_hits;
    }

private:
    void judge(const LogicalRow &row)
    {
        if (row.isWord("endif")) {
            if (m_open.isEmpty())
                m_hits.add(RowProblem::BadNetwork, row.where,
                           {said(QT_TRANSLATE_NOOP("lint", "“endif” has no matching “if”"))});
            else
                m_open.removeLast();
            return;
        }
        const bool isIf = row.isWord("if");
        qsizetype at = isIf ? 2 : 0;
        bool isNegated = false;
        for (; at < row.text.size() && (row.text[at] == '!' || isSpace(row.text[at])); ++at)
            isNegated ^= row.text[at] == '!';
        qsizetype end = at;
        while (end < row.text.size() && !isSpace(row.text[end]))
            ++end;
        const QByteArrayView pattern = QByteArrayView(row.text).sliced(at, end - at);
        const QByteArrayView value = QByteArrayView(row.text).sliced(end).trimmed();
        const auto network = readRange(pattern);
        QByteArray problem;
        if (!network)
            problem = said(QT_TRANSLATE_NOOP("lint", "This is neither an address nor a network"));
        else if (network->hasHostBits)
            problem = said(QT_TRANSLATE_NOOP("lint", "The address has bits behind the network"));
        else if (value.isEmpty() && !isIf)
            problem = said(QT_TRANSLATE_NOOP("lint", "There is no result"));
        if (!problem.isEmpty())
            m_hits.add(RowProblem::BadNetwork, row.where, {problem});
        if (isIf)
            m_open.append(row.where);
        if (isIf || !problem.isEmpty())
            return;
        if (m_open.isEmpty() && !isNegated) {
            m_cover.add(network->range);
            m_places.append(row.where);
        }
        m_results.judge(value, row.where, m_hits);
    }

    void findCovered()
    {
        for (const NetworkCover::Covered &covered : m_cover.covered()) {
            const qsizetype first = m_places[covered.by].begin;
            m_hits.add(RowProblem::CoveredNetwork, m_places[covered.rule],
                       {QByteArray::number(m_table.content->text().lineAt(first) + 1)});
        }
    }

    const Context &m_context;
    const KnownTable &m_table;
    RowResults m_results;
    RowHits m_hits;
    QList<ByteRange> m_open; ///< the `if`s around
    NetworkCover m_cover; ///< of the rules outside of them
    QList<ByteRange> m_places; ///< of those
};

} // namespace

RowHits networkRowHits(const Context &context, const KnownTable &table)
{
    return NetworkRows(context, table).scan();
}

} // namespace lint
