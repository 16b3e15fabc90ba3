// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

#include <functional>

namespace diff {

/// libgit2 costs milliseconds to start: call this right before its first use, never at the start of a
/// program.
void startLibgit();

/// Tells `found` the runs of lines that differ, as first line and number of lines on each side. False when
/// libgit2 refuses, which it does for want of memory or beyond its size limit.
using FoundLines =
    std::function<void(qsizetype oldFirst, qsizetype oldCount, qsizetype newFirst, qsizetype newCount)>;
bool compareLines(QByteArrayView before, QByteArrayView after, const FoundLines &found);

} // namespace diff
