// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/rowhits.h"

namespace lint {

/// Judges the values of a table by what it is used for.
class RowResults
{
public:
    RowResults(const Context &context, const KnownTable &table);

    /// False when values of any kind are fine.
    bool isWanted() const { return m_isWanted; }
    /// `value` without blanks around it, and not empty.
    void judge(QByteArrayView value, syntax::ByteRange where, RowHits &hits) const;

private:
    void judgeAccess(QByteArrayView value, syntax::ByteRange where, RowHits &hits) const;
    void judgeChecks(QByteArrayView value, syntax::ByteRange where, RowHits &hits) const;
    void judgeArgument(const QByteArray &action, QByteArrayView text, bool isAccess, syntax::ByteRange where,
                       RowHits &hits) const;
    void judgeRoute(QByteArrayView value, syntax::ByteRange where, RowHits &hits) const;

    const Context &m_context;
    TableRoles m_roles;
    bool m_isWanted = false;
    bool m_isPattern = false;
    QSet<QByteArray> m_actions; ///< of access tables
    QSet<QByteArray> m_checkActions;
    QSet<QByteArray> m_restrictions; ///< and classes
    QSet<QByteArray> m_smtpTransports;
    QSet<QByteArray> m_lmtpTransports;
};

} // namespace lint
