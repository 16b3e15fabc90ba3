// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/postconfcommand.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace {

constexpr std::array commands{
    cli::Command{"postconf", "read and edit like postconf(1), without Postfix", cli::runPostconf},
};

} // namespace

int main(int argc, char *argv[])
{
    QByteArrayList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(argv[i]);
    cli::Invocation invocation;
    if (arguments.size() > 1 && arguments[0] == "--target") {
        invocation.target = catalog::Version::parse(arguments[1]);
        if (!invocation.target)
            return cli::BadCall;
        arguments = arguments.sliced(2);
    }
    if (arguments.isEmpty())
        return cli::BadCall;
    const auto found = std::find_if(commands.begin(), commands.end(), [&](const cli::Command &command) {
        return arguments[0] == command.name;
    });
    if (found == commands.end())
        return cli::BadCall;
    invocation.arguments = arguments.sliced(1);
    return found->run(invocation);
}
