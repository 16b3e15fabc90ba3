// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/command.h"

namespace cli {

/// postwright-cli bundle export [-c DIR] [-o FILE] [--draft] [--with-secrets] [--postfix USE]
int runBundle(const Invocation &invocation);

} // namespace cli
