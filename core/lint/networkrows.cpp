// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rowresults.h"
#include "core/lint/words.h"
#include "core/syntax/logicalrow.h"

#include <QCoreApplication>

#include <algorithm>
#include <vector>

namespace lint {

namespace {

using syntax::ByteRange;
using syntax::LogicalRow;
using syntax::isSpace;
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
        findCovered();
        return m_hits;
    }

private:
    struct Rule
    {
        Network network;
        ByteRange where;
    };

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
        const auto network = networkOf(pattern);
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
        if (m_open.isEmpty() && !isNegated)
            m_rules.push_back(Rule{*network, row.where});
        m_results.judge(value, row.where, m_hits);
    }

    /// Sorted by address, what covers a network stands in front of it, each of them in the one before.
    void findCovered()
    {
        std::vector<const Rule *> sorted;
        sorted.reserve(m_rules.size());
        for (const Rule &rule : m_rules)
            sorted.push_back(&rule);
        std::sort(sorted.begin(), sorted.end(), [](const Rule *a, const Rule *b) {
            const Network &first = a->network;
            const Network &second = b->network;
            if (first.address.size() != second.address.size())
                return first.address.size() < second.address.size();
            const int order = first.address.compare(second.address);
            if (order != 0)
                return order < 0;
            return first.length != second.length ? first.length < second.length
                                                 : a->where.begin < b->where.begin;
        });
        struct Around
        {
            const Rule *rule;
            const Rule *first; ///< the one of all around that is first in the file
        };
        std::vector<Around> around;
        std::vector<std::pair<const Rule *, const Rule *>> covered;
        for (const Rule *rule : sorted) {
            while (!around.empty() && !around.back().rule->network.contains(rule->network))
                around.pop_back();
            const Rule *first = around.empty() ? rule : around.back().first;
            if (first->where.begin < rule->where.begin)
                covered.emplace_back(rule, first);
            around.push_back({rule, first->where.begin < rule->where.begin ? first : rule});
        }
        std::sort(covered.begin(), covered.end(),
                  [](const auto &a, const auto &b) { return a.first->where.begin < b.first->where.begin; });
        for (const auto &[rule, first] : covered)
            m_hits.add(RowProblem::CoveredNetwork, rule->where,
                       {QByteArray::number(m_table.content->text().lineAt(first->where.begin) + 1)});
    }

    const Context &m_context;
    const KnownTable &m_table;
    RowResults m_results;
    RowHits m_hits;
    QList<ByteRange> m_open; ///< the `if`s around
    std::vector<Rule> m_rules; ///< outside of them
};

} // namespace

RowHits networkRowHits(const Context &context, const KnownTable &table)
{
    return NetworkRows(context, table).scan();
}

} // namespace lint
