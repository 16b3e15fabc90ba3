// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/tablecommand.h"

namespace cli {

static constexpr Command rows[] = {
    {"table", "find, change, add, remove and sort the rows of a table", runTable},
};

std::span<const Command> commands()
{
    return rows;
}

} // namespace cli
