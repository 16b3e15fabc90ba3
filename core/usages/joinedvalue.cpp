// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/usages/joinedvalue.h"

#include "core/syntax/logicallines.h"

#include <algorithm>

namespace usages {

using syntax::ByteRange;

JoinedValue::JoinedValue(QByteArrayView bytes, const QList<ByteRange> &pieces, qsizetype shift)
    : m_text(syntax::joinedPieces(bytes, pieces))
{
    qsizetype at = 0;
    for (const ByteRange &piece : pieces) {
        m_parts.append(Part{at, piece.begin + shift});
        at += piece.size() + 1;
    }
}

JoinedValue::JoinedValue(const JoinedValue &whole, ByteRange part)
    : m_text(whole.m_text.sliced(part.begin, part.size())),
      m_from(whole.m_from + part.begin),
      m_parts(whole.m_parts)
{
}

ByteRange JoinedValue::inFile(ByteRange range) const
{
    const auto offsetOf = [this](qsizetype at) {
        const auto after =
            std::upper_bound(m_parts.begin(), m_parts.end(), at,
                             [](qsizetype wanted, const Part &part) { return wanted < part.begin; });
        const Part &part = *std::prev(after);
        return part.inFile + at - part.begin;
    };
    Q_ASSERT(!range.isEmpty() && !m_parts.isEmpty());
    return {offsetOf(m_from + range.begin), offsetOf(m_from + range.end - 1) + 1};
}

} // namespace usages
