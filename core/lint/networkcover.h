// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

#include <optional>
#include <vector>

namespace lint {

/// A network without a byte array of its own: a table may have a million of them.
struct NetworkRange
{
    quint64 high = 0; ///< where the 32 bits of IPv4 are at the upper end
    quint64 low = 0;
    int length = 0;
    bool isIPv4 = false;

    bool contains(const NetworkRange &other) const;
    bool operator==(const NetworkRange &) const = default;
};

struct ReadRange
{
    NetworkRange range = {};
    bool hasHostBits = false;
};

/// "192.0.2.0/24", "[2001:db8::]/32", an address alone; nothing for what is none.
std::optional<ReadRange> readRange(QByteArrayView text);

/// Which rules of a cidr table never match, because one above them matches all that they would.
class NetworkCover
{
public:
    /// The next rule, in the order of the file.
    void add(const NetworkRange &range) { m_rules.push_back({range, m_rules.size()}); }

    struct Covered
    {
        qsizetype rule = 0; ///< counted as they were added
        qsizetype by = 0; ///< the first that covers it
    };
    /// By rule, ascending.
    std::vector<Covered> covered() const;

private:
    struct Rule
    {
        NetworkRange range;
        size_t number = 0;

        bool operator<(const Rule &other) const;
    };

    std::vector<Rule> m_rules;
};

} // namespace lint
