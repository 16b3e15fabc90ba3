// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/networkcover.h"

#include "core/lint/words.h"

#include <algorithm>
#include <tuple>

namespace lint {

namespace {

constexpr int half = 64; ///< of the bits of an IPv6 address

NetworkRange rangeOf(const Network &network)
{
    constexpr qsizetype bytes = 8;
    NetworkRange range{.length = network.length, .isIPv4 = network.isIPv4()};
    for (qsizetype i = 0; i < network.address.size(); ++i) {
        quint64 &part = i < bytes ? range.high : range.low;
        part |= quint64(static_cast<unsigned char>(network.address[i]))
            << static_cast<unsigned>(56 - i % bytes * 8);
    }
    return range;
}

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

} // namespace

bool NetworkRange::contains(const NetworkRange &other) const
{
    if (isIPv4 != other.isIPv4 || length > other.length)
        return false;
    const auto mask = [](int bits) {
        return bits <= 0 ? quint64(0) : ~quint64(0) << static_cast<unsigned>(half - std::min(bits, half));
    };
    return ((high ^ other.high) & mask(length)) == 0 && ((low ^ other.low) & mask(length - half)) == 0;
}

std::optional<ReadRange> readRange(QByteArrayView text)
{
    if (const auto plain = plainRangeOf(text))
        return plain;
    const auto network = networkOf(text);
    return network ? std::optional(ReadRange{rangeOf(*network), network->hasHostBits}) : std::nullopt;
}

bool NetworkCover::Rule::operator<(const Rule &other) const
{
    return std::tie(other.range.isIPv4, range.high, range.low, range.length, number)
        < std::tie(range.isIPv4, other.range.high, other.range.low, other.range.length, other.number);
}

/// Sorted by address, what covers a network stands in front of it, each of them in the one before.
std::vector<NetworkCover::Covered> NetworkCover::covered() const
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
    std::vector<Covered> covered;
    for (const Rule *rule : sorted) {
        while (!around.empty() && !around.back().rule->range.contains(rule->range))
            around.pop_back();
        const Rule *first = around.empty() ? rule : around.back().first;
        if (first->number < rule->number)
            covered.push_back({static_cast<qsizetype>(rule->number), static_cast<qsizetype>(first->number)});
        around.push_back({rule, first->number < rule->number ? first : rule});
    }
    std::sort(covered.begin(), covered.end(),
              [](const Covered &a, const Covered &b) { return a.rule < b.rule; });
    return covered;
}

} // namespace lint
