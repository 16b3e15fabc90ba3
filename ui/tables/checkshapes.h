// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/grids/tableshape.h"

namespace ui::shapes {

/// Header and body checks, each as its rows are shown.
struct Check
{
    const TableShape *shape;
    const char *format; ///< of the actions, in the catalog
};
std::span<const Check> checks();

} // namespace ui::shapes
