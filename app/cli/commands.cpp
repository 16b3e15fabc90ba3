// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/command.h"
#include "app/cli/postconfcommand.h"

namespace cli {

static constexpr Command rows[] = {
    {"postconf", "read and edit like postconf(1), without Postfix", runPostconf},
    {"check", "say what is wrong with a configuration, and mend it", nullptr, true, "postwright-cli-check"},
    {"lookup", "answer as postmap -q does, or as Postfix asks for an address", nullptr, false,
     "postwright-cli-lookup"},
    {"table", "find, change, add, remove and sort the rows of a table", nullptr, false,
     "postwright-cli-table"},
    {"bundle", "export a configuration as one archive", nullptr, true, "postwright-cli-bundle"},
};

std::span<const Command> commands()
{
    return rows;
}

} // namespace cli
