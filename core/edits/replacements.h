// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/draft.h"

namespace edits {

using Replacement = model::Draft::Replacement;
using Replacements = QList<Replacement>;

/// Makes the replacements, which are in ascending order. Each costs a pass over the file, now and at every
/// undo, so a great many of them become one that spans them all.
void replaceInMainCf(model::Draft &draft, const Replacements &replacements);

} // namespace edits
