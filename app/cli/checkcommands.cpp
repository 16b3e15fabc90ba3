// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/checkcommand.h"

namespace cli {

static constexpr Command rows[] = {
    {"check", "say what is wrong with a configuration, and mend it", runCheck, true},
};

std::span<const Command> commands()
{
    return rows;
}

} // namespace cli
