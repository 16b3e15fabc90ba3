// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QWidget;

namespace ui {

class FieldBinding;

inline constexpr int originBarWidth = 3;

/// The bar at the left edge of what stands for a parameter: plain where it is set here, dotted where it has
/// changed since the folder was opened.
void paintOriginBar(QWidget *widget, const FieldBinding &binding);

} // namespace ui
