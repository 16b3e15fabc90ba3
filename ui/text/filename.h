// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/snapshot.h"

namespace ui {

/// A path or a file's name on one line: line breaks and other control characters as escapes.
QString escapedName(const QString &name);

/// The name of an open file for showing.
QString shownName(const model::Snapshot &snapshot, model::FileId file);

} // namespace ui
