// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/namedtables.h"

#include <array>

namespace lint {

/// What can be wrong with a row.
enum class RowProblem : quint8 {
    PatternKey,
    NoPattern,
    ColonKey,
    NoColon,
    NoValue,
    Duplicate,
    BadNetwork,
    BadPattern,
    UnknownAction,
    TableInResult,
    NetworkKey,
    Wildcard,
    Swallowed,
    Comment,
    Parameter,
    NotAnAddress,
    TlsPolicy,
    OpenEnded,
    CoveredNetwork,
    Unreachable,
    AllReceived,
    ActionArgument,
    UnknownCheckAction,
    Status,
    NextHop,
    AliasDomain
};
inline constexpr size_t rowProblemCount = 26;

struct RowHit
{
    RowProblem problem = RowProblem::NoValue;
    syntax::ByteRange where = {}; ///< in the content of the table
    QByteArrayList arguments = {};
};

/// An alias that stands for others of the same server.
struct LocalAlias
{
    QByteArray name; ///< in small letters, like those below
    QByteArrayList names = {};
    bool isAlone = false; ///< it stands for one name and nothing else
    syntax::ByteRange where = {};
};

/// What was found in one table, in the order of its rows. Of a thousand of a kind the rest is left out: a
/// table that is of the wrong type has one for every row.
class RowHits
{
public:
    void add(RowProblem problem, syntax::ByteRange where, const QByteArrayList &arguments = {})
    {
        constexpr int most = 1000;
        if (m_counts[static_cast<size_t>(problem)]++ < most)
            m_hits.append(RowHit{problem, where, arguments});
    }
    /// A name behind a `$` was looked for among the settings.
    void setAskedForNames() { m_hasAsked = true; }
    bool hasAskedForNames() const { return m_hasAsked; }
    /// What the rules of whole alias files want to know.
    QList<LocalAlias> localAliases = {};
    bool hasPostmaster = false;

    bool has(RowProblem problem) const { return m_counts[static_cast<size_t>(problem)] > 0; }
    const QList<RowHit> &all() const { return m_hits; }

private:
    QList<RowHit> m_hits;
    std::array<int, rowProblemCount> m_counts{};
    bool m_hasAsked = false;
};

/// Each kind of table in one pass over its rows.
RowHits keyRowHits(const Context &context, const KnownTable &table);
RowHits aliasRowHits(const Context &context, const KnownTable &table);
RowHits patternRowHits(const Context &context, const KnownTable &table);
RowHits networkRowHits(const Context &context, const KnownTable &table);

/// For every one of knownTables().
const QList<RowHits> &rowHits(const Context &context);

} // namespace lint
