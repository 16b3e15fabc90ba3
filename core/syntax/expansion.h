// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <functional>
#include <optional>

namespace syntax {

/// Where the expansion of a value goes wrong: Postfix stops there.
struct ExpansionError
{
    enum class Kind : quint8 {
        Truncated, ///< `${` or `$(` that is never closed
        EmptyName, ///< `$` with no name behind it
        NameSyntax, ///< something that is neither a name nor an operator, at `offset`
        BadOperator, ///< `{a} op {b}` with an unknown operator
        MissingBrace, ///< `{` expected
        TooDeep ///< more nesting than anyone writes
    };
    Kind kind = Kind::Truncated;
    QByteArray text; ///< the value that was being read
    qsizetype offset = 0; ///< into `text`
};

/// Called for each name that is read; what it returns is the value, nothing when the name is not defined.
using NameLookup = std::function<std::optional<QByteArray>(QByteArrayView name)>;

/// Calls `visit` with every name that `value` refers to, in both branches of a condition, in the order in
/// which Postfix reads them: mac_expand() with MAC_EXP_FLAG_SCAN in src/util/mac_expand.c.
std::optional<ExpansionError> scanNames(QByteArrayView value,
                                        const std::function<void(QByteArrayView)> &visit);

/// The value with its names replaced by what `lookup` says, which is expanded in turn. An undefined name is
/// empty. Nothing when it can't be read or refers to itself.
std::optional<QByteArray> expanded(QByteArrayView value, const NameLookup &lookup);

} // namespace syntax
