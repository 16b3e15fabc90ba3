// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalog/catalog.h"

#include <QByteArrayList>

#include <optional>
#include <span>

namespace cli {

/// Exit statuses that scripts rely on.
enum ExitStatus : int { Done = 0, Found = 1, BadCall = 2, CouldNot = 3 };

/// What every command is given.
struct Invocation
{
    QByteArrayList arguments; ///< behind the command's name
    std::optional<catalog::Version> target; ///< --target
};

/// One command of postwright-cli.
struct Command
{
    const char *name;
    const char *summary;
    int (*run)(const Invocation &);
    bool needsEventLoop = false; ///< it asks other programs; the others start without an application object
    /// Not empty: a program beside this one has it. A library that a command alone needs would double the
    /// start of all others.
    const char *program = "";
};

/// What this program is made of: commands.cpp, checkcommands.cpp, bundlecommands.cpp, lookupcommands.cpp or
/// tablecommands.cpp.
std::span<const Command> commands();

} // namespace cli
