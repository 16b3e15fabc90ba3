// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rowresults.h"
#include "core/lint/words.h"
#include "core/syntax/logicalrow.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>
#include <vector>

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

constexpr int half = 64; ///< of the bits of an IPv6 address

/// A network without a byte array of its own: a table may have a million of them.
struct Range
{
    quint64 high = 0; ///< where the 32 bits of IPv4 are at the upper end
    quint64 low = 0;
    int length = 0;
    bool isIPv4 = false;

    bool contains(const Range &other) const
    {
        if (isIPv4 != other.isIPv4 || length > other.length)
            return false;
        const auto mask = [](int bits) {
            return bits <= 0 ? quint64(0) : ~quint64(0) << static_cast<unsigned>(half - std::min(bits, half));
        };
        return ((high ^ other.high) & mask(length)) == 0 && ((low ^ other.low) & mask(length - half)) == 0;
    }
};

Range rangeOf(const Network &network)
{
    constexpr qsizetype bytes = 8;
    Range range{.length = network.length, .isIPv4 = network.isIPv4()};
    for (qsizetype i = 0; i < network.address.size(); ++i) {
        quint64 &part = i < bytes ? range.high : range.low;
        part |= quint64(static_cast<unsigned char>(network.address[i]))
            << static_cast<unsigned>(56 - i % bytes * 8);
    }
    return range;
}

struct ReadRange
{
    Range range = {};
    bool hasHostBits = false;
};

/// "192.0.2.0/24", as most are written; nothing for all else.
std::optional<ReadRange> plainRangeOf(QByteArrayView text)
{
    constexpr qsizetype mostDigits = 3;
    constexpr unsigned largest = 255;
    constexpr unsigned bits = 32;
    qsizetype at = 0;
    const auto number = [&]() -> unsigned {
        const qsizetype begin = at;
        unsigned value = 0;
        for (; at < text.size() && text[at] >= '0' && text[at] <= '9' && at - begin < mostDigits; ++at)
            value = value * 10 + static_cast<unsigned>(text[at] - '0');
        return at == begin ? largest + 1 : value;
    };
    unsigned address = 0;
    for (int i = 0; i < 4; ++i) {
        if (i > 0 && (at >= text.size() || text[at++] != '.'))
            return std::nullopt;
        const unsigned part = number();
        if (part > largest)
            return std::nullopt;
        address = address << 8U | part;
    }
    unsigned length = bits;
    if (at < text.size()) {
        if (text[at++] != '/')
            return std::nullopt;
        length = number();
    }
    if (at != text.size() || length > bits)
        return std::nullopt;
    const bool hasHostBits = length < bits && (address & (0xFFFFFFFFU >> length)) != 0;
    return ReadRange{{.high = quint64(address) << bits, .length = static_cast<int>(length), .isIPv4 = true},
                     hasHostBits};
}

std::optional<ReadRange> readRange(QByteArrayView text)
{
    if (const auto plain = plainRangeOf(text))
        return plain;
    const auto network = networkOf(text);
    return network ? std::optional(ReadRange{rangeOf(*network), network->hasHostBits}) : std::nullopt;
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
    struct Rule
    {
        Range range;
        ByteRange where;

        bool operator<(const Rule &other) const
        {
            return std::tie(other.range.isIPv4, range.high, range.low, range.length, where.begin)
                < std::tie(range.isIPv4, other.range.high, other.range.low, other.range.length,
                           other.where.begin);
        }
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
        if (m_open.isEmpty() && !isNegated)
            m_rules.push_back(Rule{network->range, row.where});
        m_results.judge(value, row.where, m_hits);
    }

    /// Sorted by address, what covers a network stands in front of it, each of them in the one before.
    void findCovered()
    {
        std::vector<const Rule *> sorted;
        sorted.reserve(m_rules.size());
        for (const Rule &rule : m_rules)
            sorted.push_back(&rule);
        const auto isBefore = [](const Rule *a, const Rule *b) { return *a < *b; };
        if (!std::is_sorted(sorted.begin(), sorted.end(), isBefore))
            std::sort(sorted.begin(), sorted.end(), isBefore);
        struct Around
        {
            const Rule *rule;
            const Rule *first; ///< the one of all around that is first in the file
        };
        std::vector<Around> around;
        std::vector<std::pair<const Rule *, const Rule *>> covered;
        for (const Rule *rule : sorted) {
            while (!around.empty() && !around.back().rule->range.contains(rule->range))
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
