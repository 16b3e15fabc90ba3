// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/lookupcommand.h"

namespace cli {

static constexpr Command rows[] = {
    {"lookup", "answer as postmap -q does, or as Postfix asks for an address", runLookup},
};

std::span<const Command> commands()
{
    return rows;
}

} // namespace cli
