// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/checkcall.h"
#include "app/cli/server.h"
#include "core/check/problem.h"

namespace cli {

/// postwright-cli check ...; a call without sense says its usage.
int runCheck(const Invocation &invocation);

/// All problems of an opened folder. Error: Postfix is required and not installed, or did not answer.
base::Result<check::Problems> problemsIn(const Checked &checked, PostfixUse use);

} // namespace cli
