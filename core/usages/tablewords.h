// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/syntax/byterange.h"

#include <QList>

namespace usages {

/// `type:name` in a value, wherever it stands; `proxy:` in front of it is no part of it.
struct TableWord
{
    syntax::ByteRange type;
    syntax::ByteRange name; ///< up to the next blank, comma or brace; `${name}` is a part of it
};

/// The tables that the value names whose name is a file or a database client.
QList<TableWord> tableWords(QByteArrayView value);

/// True for a type whose tables are files or have a client configuration of their own.
bool isNamedTableType(QByteArrayView type);

} // namespace usages
