// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

namespace tools {

/// What errno says, as an Error about `subject`.
base::Error systemError(int number, const QString &subject);

} // namespace tools
