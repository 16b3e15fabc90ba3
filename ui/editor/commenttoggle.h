// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/draft.h"

namespace ui {

/// Puts '#' in front of the lines that `selected` touches, or takes it (and one blank after it, where all
/// lines have one) away when every line that is not blank has one. Blank lines stay as they are.
QList<model::Draft::Replacement> commentToggle(const syntax::Text &text, syntax::ByteRange selected);

} // namespace ui
