// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/syntax/byterange.h"

#include <QByteArray>
#include <QList>

namespace usages {

/// A value as Postfix reads it, whose places can be mapped back to the file.
class JoinedValue
{
public:
    JoinedValue(QByteArrayView bytes, const QList<syntax::ByteRange> &pieces, qsizetype shift = 0);
    /// A part of another value.
    JoinedValue(const JoinedValue &whole, syntax::ByteRange part);

    const QByteArray &text() const { return m_text; }
    /// `range` is not empty.
    syntax::ByteRange inFile(syntax::ByteRange range) const;

private:
    struct Part
    {
        qsizetype begin = 0; ///< in the value
        qsizetype inFile = 0;
    };
    QByteArray m_text;
    qsizetype m_from = 0; ///< where m_text begins in the value that the parts are of
    QList<Part> m_parts;
};

} // namespace usages
