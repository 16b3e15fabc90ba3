// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayList>

namespace patterns {

/// The result of a rule with its `$1`, `${1}` and `$(1)`; `$$` is one `$`. The rules are those of mac_parse()
/// in src/util/mac_parse.c, and of dict_regexp_prescan() in src/util/dict_regexp.c.
class Substitution
{
public:
    explicit Substitution(QByteArrayView result);

    /// Of the numbers in it; 0 without any.
    int highest() const { return m_highest; }
    /// Why Postfix skips the rule, in a few words; empty when it is fine.
    const QByteArray &problem() const { return m_problem; }
    /// With the groups of a match in their places, the whole match first; one that took no part is empty.
    QByteArray applied(const QByteArrayList &groups) const;

private:
    struct Piece
    {
        QByteArray text;
        int group = 0; ///< 0: `text` as it is
    };

    void addGroup(const QByteArray &name);

    QList<Piece> m_pieces;
    int m_highest = 0;
    QByteArray m_problem;
};

} // namespace patterns
