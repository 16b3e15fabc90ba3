// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/syntax/byterange.h"

#include <QByteArrayList>
#include <QList>

namespace syntax {

/// One item of a list value: a word, or a `{ ... }` group with its braces.
struct ListItem
{
    ByteRange range;
    bool isGroup = false; ///< starts with a brace, and ends with the one that closes it
};

/// The items of a value that is given as the pieces of its lines (MainCf::piecesOf). Separators are blanks
/// and commas; a brace group is one item and may span pieces: mystrtokq(CHARS_COMMA_SP, CHARS_BRACE) in
/// src/util/mystrtok.c. A brace that is never closed reaches to the end of the value, a NUL ends it.
QList<ListItem> listItems(QByteArrayView bytes, const QList<ByteRange> &pieces);

/// The items of a value without line breaks.
QList<ListItem> listItems(QByteArrayView value);

/// What Postfix reads of every item: lines within a group joined by one blank, comments left out.
QByteArrayList itemTexts(QByteArrayView bytes, const QList<ByteRange> &pieces, const QList<ListItem> &items);

} // namespace syntax
