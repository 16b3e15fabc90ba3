// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPalette>

namespace ui {

enum class Theme {
    Follow, ///< light or dark, as the desktop's own palette is
    Light,
    Dark
};

QPalette lightPalette();
QPalette darkPalette();

/// Gives the application its style and palette. With Follow, to be called again when the desktop's theme
/// changes.
void applyTheme(Theme theme);

} // namespace ui
