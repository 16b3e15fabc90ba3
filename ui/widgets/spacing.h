// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace ui::spacing {

// Multiples of 4; see the header of a page for all of them in use.
inline constexpr int tight = 4;
inline constexpr int parts = 8; ///< between the parts of a field
inline constexpr int fields = 16; ///< between fields, and around a page
inline constexpr int groups = 24; ///< between groups
inline constexpr int inset = 11; ///< of what stands among fields, which have a bar in front
inline constexpr int columnWidth = 640; ///< one column of fields is no wider

} // namespace ui::spacing
