// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalog/catalog.h"

#include <QByteArrayList>

#include <optional>

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
};

} // namespace cli
