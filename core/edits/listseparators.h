// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/edits/valuewriter.h"

namespace edits {

/// What makes the commas between the items of setting `index` those of `meant`, a value with the same items.
/// Blanks, lines and comments stay. To Postfix a comma in a list says what a blank says, but not every value
/// with several words is a list.
Replacements separatorsAs(const syntax::MainCf &file, qsizetype index, const QByteArray &meant);

} // namespace edits
