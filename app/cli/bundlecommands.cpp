// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/bundlecommand.h"

namespace cli {

static constexpr Command rows[] = {
    {"bundle", "export a configuration as one archive", runBundle, true},
};

std::span<const Command> commands()
{
    return rows;
}

} // namespace cli
