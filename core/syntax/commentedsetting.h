// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/syntax/byterange.h"

#include <QList>

#include <optional>

namespace syntax {

/// A comment that says `name = value` rather than prose: a setting that is switched off.
struct CommentedName
{
    ByteRange name;
    ByteRange value; ///< of this line; empty where one would go
    qsizetype hashes = 0; ///< how many '#' are in front of it
    qsizetype indent = 0; ///< columns of blanks between them and the name
};

/// `text` is a comment line, trimmed. A name is one with an underscore, one of the few of Postfix that have
/// none, or one that the '#' touches; the value must not read like the rest of a sentence.
std::optional<CommentedName> commentedName(QByteArrayView bytes, ByteRange text);

/// Tells which comment lines below go on with the value: `#    item,`, indented deeper than the name.
class CommentedValue
{
public:
    enum Verdict : quint8 {
        Continues, ///< with the text that was asked for
        Unsure, ///< a comment or an empty line in between, if a line below it continues
        Ends
    };

    CommentedValue(QByteArrayView bytes, const CommentedName &head);

    /// `line` is a comment line, trimmed; `text` becomes what it adds to the value.
    Verdict next(QByteArrayView bytes, ByteRange line, ByteRange &text);

private:
    qsizetype m_hashes;
    qsizetype m_indent;
    bool m_startsBelow; ///< the line of the name has no value: all that is indented below is
    bool m_expectsMore; ///< or the last line ends in a comma
};

/// The pieces of a switched-off value: valuePieces() of syntax/logicallines.h with the `hashes` '#' of each
/// line off.
QList<ByteRange> commentedPieces(QByteArrayView bytes, ByteRange value, qsizetype hashes);

} // namespace syntax
