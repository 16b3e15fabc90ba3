// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/grids/tableshape.h"

namespace ui::shapes {

/// The tables on the Routing page, each as its rows are shown.
std::span<const TableShape *const> routes();

/// The two of the Aliases page.
const TableShape &localAliases();
const TableShape &virtualAliases();

} // namespace ui::shapes
