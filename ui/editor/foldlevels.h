// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QList>

namespace ui {

/// What a physical line is to folding.
enum class FoldLine : quint8 {
    Plain,
    Header, ///< stays in sight and folds the lines below it
    Body
};

/// Logical lines of several physical ones fold below their first line, and so do blocks of comment lines.
QList<FoldLine> foldLines(QByteArrayView bytes);

} // namespace ui
