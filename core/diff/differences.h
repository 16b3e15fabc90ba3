// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/syntax/text.h"

#include <QList>

#include <limits>

namespace diff {

/// Whole lines of one text in the place of whole lines of the other.
struct Difference
{
    syntax::ByteRange before;
    syntax::ByteRange after;
};

/// Where the texts differ, in file order and apart; everything between is equal. Chunks that both share are
/// not looked at. What the rest has in common at its ends and around lines that occur once is cut off in one
/// pass, and libgit2 compares what is left in pieces; a piece too large for that counts as replaced
/// altogether. It ends early once more than `most` bytes are found to differ: what is left of both is then
/// one more difference.
QList<Difference> differences(const syntax::Text &before, const syntax::Text &after,
                              qsizetype most = std::numeric_limits<qsizetype>::max());

} // namespace diff
