// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace edits {

constexpr int tabWidth = 8;

/// Where a line is, counted in blanks, behind a `text` that begins in `column`.
int columnAfter(QByteArrayView text, int column = 0);

/// Blanks that lead from one column to another, at least one; as tabs where they end there.
QByteArray blanksTo(int from, int to, bool withTabs);

} // namespace edits
