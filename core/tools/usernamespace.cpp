// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tools/usernamespace.h"

namespace tools {

Command inUserNamespace(const Command &command)
{
    Command inside = command;
    inside.program = QStringLiteral("unshare");
    inside.arguments = QStringList{QStringLiteral("--map-root-user"), QStringLiteral("--map-auto"),
                                   QStringLiteral("--"), command.program}
        + command.arguments;
    return inside;
}

QFuture<base::Result<Output>> tryUserNamespace(Runner &runner)
{
    // Other users than root must be there: the one with the number 1 is in every system's range.
    return runner.run(
        inUserNamespace({.program = QStringLiteral("setpriv"),
                         .arguments = {QStringLiteral("--reuid=1"), QStringLiteral("--regid=1"),
                                       QStringLiteral("--clear-groups"), QStringLiteral("true")},
                         .timeout = std::chrono::seconds(5)}));
}

} // namespace tools
