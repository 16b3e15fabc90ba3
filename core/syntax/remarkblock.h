// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/syntax/byterange.h"

namespace syntax {

/// Finds the comment block right above an item that speaks of it, while a file is read line by line.
/// The block at the start of a file is its header, and what ends in a rule (`# -----`) or is written in
/// capitals only is a heading: neither belongs to an item. In doubt there is no remark.
class RemarkBlock
{
public:
    void blankLine();
    /// `text` is the trimmed line, `begin` where the line starts.
    void commentLine(QByteArrayView bytes, ByteRange text, qsizetype begin);
    /// Anything else that separates what is above from what is below.
    void reset();
    /// The block in front of the item whose first line starts at `begin`; empty there if there is none.
    ByteRange take(qsizetype begin);

private:
    qsizetype m_begin = -1;
    bool m_isHeader = true;
};

} // namespace syntax
