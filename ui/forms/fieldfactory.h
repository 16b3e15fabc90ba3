// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/values/domain.h"

class QWidget;

namespace ui {

class Field;
class FilePresence;

/// The field for values of this kind. `presence` outlives it.
Field *newField(const values::Domain &domain, FilePresence &presence);

} // namespace ui
