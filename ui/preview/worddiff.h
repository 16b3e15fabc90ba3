// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/syntax/byterange.h"

#include <QList>

namespace ui {

/// The parts of two lines that differ, by words.
struct WordDiff
{
    QList<syntax::ByteRange> removed; ///< in the old line
    QList<syntax::ByteRange> added; ///< in the new line
};

/// Empty when the lines have so little in common that marks would only be noise.
WordDiff wordDiff(QByteArrayView before, QByteArrayView after);

} // namespace ui
