// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIcon>

namespace ui {

/// What an icon is drawn in. Only findings have colours; all else is drawn as text is.
enum class IconColor { Text, Muted, Accent, Error, Warning, Info };

/// The icon :/icons/NAME.svg, drawn in the colour of the palette in force when it is painted, at any size
/// and pixel density. An unknown name gives a null icon.
QIcon icon(const QString &name, IconColor color = IconColor::Text);

} // namespace ui
