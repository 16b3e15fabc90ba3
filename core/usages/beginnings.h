// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/syntax/byterange.h"

#include <QList>

namespace usages {

/// The parts of a value each of which it may begin with: the branches of a condition that it begins with,
/// and otherwise the whole value.
QList<syntax::ByteRange> beginnings(QByteArrayView value);

/// The end of the group that opens at `at` with `{` or `(`, one behind what closes it; -1 without one.
qsizetype groupEnd(QByteArrayView value, qsizetype at);

} // namespace usages
