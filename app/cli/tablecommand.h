// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/command.h"

namespace cli {

/// `postwright-cli table`: finds and edits rows of a table in the file that it is made from.
int runTable(const Invocation &invocation);

} // namespace cli
