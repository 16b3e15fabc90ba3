// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayList>

namespace tables {

/// How the value of a row is shown as columns.
struct Columns
{
    char separator = 0; ///< between the first and the second; 0: there is only one, ' ' stands for any blanks
    bool isNeeded = false; ///< the separator is there even when nothing follows it: "relay:"

    int count() const { return separator ? 2 : 1; }
};

/// The value by columns; the last takes all the rest.
QByteArrayList split(const QByteArray &value, Columns columns);
/// A value made of columns.
QByteArray joined(const QByteArrayList &parts, Columns columns);
/// The value with another text in one column; what stands between the columns stays as it is.
QByteArray withPart(const QByteArray &value, Columns columns, int which, const QByteArray &part);

} // namespace tables
