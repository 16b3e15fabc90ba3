// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalog/version.h"
#include "core/values/domain.h"
#include "ui/forms/formgroup.h"

class QWidget;

namespace ui {

class Field;
class FilePresence;

/// The field for values of this kind. `presence` outlives it.
Field *newField(const values::Domain &domain, FilePresence &presence);

/// The same, or one of its own where the parameter has one; explained ones for those that are asked for it.
Field *newField(const QByteArray &parameter, FieldStyle style, const values::Domain &domain,
                const catalog::Version &target, FilePresence &presence);

} // namespace ui
