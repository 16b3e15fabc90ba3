// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

namespace base {

/// One or two sentences for a person: what happened, to what, and what to do next.
QString errorText(const Error &error);

} // namespace base
