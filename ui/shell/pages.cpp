// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/pages.h"

namespace ui {

std::span<const Page> pages()
{
    return {};
}

} // namespace ui
