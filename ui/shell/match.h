// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace ui {

/// How well `text` answers what was typed: 0 not at all, more is better. Every word typed must be in it; at
/// the start of the whole counts most, then at the start of a word (after a blank, '_', '/', '.'), then
/// anywhere, then its letters in order. Case does not matter.
int matchScore(const QString &typed, const QString &text);

} // namespace ui
