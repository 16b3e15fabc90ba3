// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

namespace lookup {

/// A word of an address as Postfix takes it apart: src/global/tok822_parse.c.
struct AddressToken
{
    enum class Kind : quint8 { Operator, Atom, Quoted, Literal, Comment };
    Kind kind = Kind::Operator;
    QByteArray text; ///< without quotes, brackets and backslashes

    bool is(char c) const { return kind == Kind::Operator && text.front() == c; }
};
using AddressTokens = QList<AddressToken>;

/// tok822_scan().
AddressTokens addressTokens(QByteArrayView text);

/// The last of these operators; -1 without one.
qsizetype lastOperator(const AddressTokens &tokens, char c);
qsizetype firstOperator(const AddressTokens &tokens, char c, qsizetype from = 0);

/// One address as programs hand it on, without quotes: tok822_internalize().
QByteArray plainAddress(const AddressTokens &address);
/// With quotes where they are needed: tok822_externalize().
QByteArray writtenAddress(const AddressTokens &address);

/// The addresses of a list, without comments, names and angle brackets; what is no address is kept as one:
/// tok822_parse().
QList<AddressTokens> addressList(QByteArrayView text);

} // namespace lookup
