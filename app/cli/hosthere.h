// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalog/host.h"

namespace cli {

/// This machine, and the Postfix that is installed on it, without asking any program.
catalog::Host hostHere();

} // namespace cli
