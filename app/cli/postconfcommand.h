// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/command.h"

namespace cli {

/// Stands in for postconf(1): the same flags, output, warnings and exit status.
int runPostconf(const Invocation &invocation);

} // namespace cli
