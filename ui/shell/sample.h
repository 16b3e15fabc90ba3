// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

namespace ui {

/// Writes the sample server into this folder, which exists.
base::Status copySample(const QString &folder);

} // namespace ui
