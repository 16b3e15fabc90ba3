// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QVariant>

namespace ui {

/// What a cell offers to edit: the text, or nothing when the bytes are no UTF-8 or hold a control character,
/// which a line of text can't give back as they are.
QVariant editableCell(const QByteArray &bytes);
bool isEditableText(QByteArrayView bytes);

/// The sentence for a cell that can't be edited where it is.
QString notTextHint();

/// In place of a secret: as long for each, since its length is one as well.
QString hiddenText();
/// The sentence for what is not shown as it is.
QString passwordHint();

} // namespace ui
