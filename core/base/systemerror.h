// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

namespace base {

/// What errno says, as an Error about `subject`.
Error systemError(int number, const QString &subject);

} // namespace base
