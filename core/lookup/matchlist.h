// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lookup/open.h"

namespace lookup {

/// What a list says of a name.
struct Membership
{
    bool isMember = false;
    QString problem = {}; ///< why it can't be told: a table or a file that can't be asked
    QList<Match> rows = {}; ///< of the table that has the name
};

/// A list of names, tables, files of names and exceptions, such as mydestination: match_list_init() in
/// src/util/match_list.c. Constant after it was made.
class MatchList
{
public:
    enum class Parents : quint8 {
        Dot, ///< ".example.com" stands for the hosts in that domain: domain_list_match()
        Domain, ///< "example.com" also does: parent_domain_matches_subdomains
        None ///< a name stands for itself: string_list_match()
    };

    MatchList() = default;
    MatchList(const QByteArray &value, const Opening &opening, Parents parents = Parents::None);

    /// The first item that fits decides: match_list_match().
    Membership find(const QByteArray &name) const;
    bool contains(const QByteArray &name) const { return find(name).isMember; }

private:
    struct Item
    {
        bool isNegated = false;
        QByteArray name = {}; ///< folded
        MapPointer map = {};
        QString problem = {}; ///< of a file that can't be read
    };

    void read(const QByteArray &value, const Opening &opening, bool areNegated, int depth);
    QByteArrayList namesAskedFor(const QByteArray &name) const;
    bool fits(const QByteArray &item, const QByteArray &name) const;

    QList<Item> m_items;
    Parents m_parents = Parents::None;
    bool m_isUtf8 = false;
};

} // namespace lookup
