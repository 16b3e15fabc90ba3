// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/command.h"

namespace cli {

/// postwright-cli lookup: what `postmap -q` would answer, and what a parameter asks for a whole address.
int runLookup(const Invocation &invocation);

} // namespace cli
