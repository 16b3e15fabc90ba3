// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/syntax/byterange.h"

#include <QList>

namespace edits {

/// What is between two items of a list value, in front of the first or behind the last.
struct ListGap
{
    syntax::ByteRange whole;
    bool isBroken = false; ///< there is a line break in it: the item below starts a line
    bool hasComma = false; ///< outside of comments
    syntax::ByteRange
        close; ///< on the line of the item above: up to the comma, or to the line's end if broken
    QList<syntax::ByteRange> free; ///< blank and comment lines that belong to no item
    syntax::ByteRange own; ///< the comment lines right above the item below, which speak of it
    syntax::ByteRange prefix; ///< what the line of the item below starts with
};

/// `hashes` is how many '#' each line of a switched-off setting starts with.
ListGap listGap(QByteArrayView text, syntax::ByteRange range, qsizetype hashes);

} // namespace edits
