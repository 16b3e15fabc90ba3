// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace ui {

/// A line as text that can be edited and turned back into the very same bytes: a byte that is no UTF-8
/// becomes a lone surrogate, U+DC80 to U+DCFF, which no valid text has.
QString editableText(QByteArrayView bytes);
QByteArray editedBytes(const QString &text);

} // namespace ui
