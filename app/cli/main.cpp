// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/bundlecommand.h"
#include "app/cli/checkcommand.h"
#include "app/cli/environment.h"
#include "app/cli/postconfcommand.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace {

struct Row
{
    cli::Command command;
    bool needsEventLoop; ///< it asks other programs; the others start without an application object
};

constexpr std::array rows{
    Row{{"postconf", "read and edit like postconf(1), without Postfix", cli::runPostconf}, false},
    Row{{"check", "say what is wrong with a configuration", cli::runCheck}, true},
    Row{{"bundle", "export a configuration as one archive", cli::runBundle}, true},
};

int usage()
{
    QByteArray text = "usage: postwright-cli [--target VERSION] COMMAND ...\n\ncommands:\n";
    for (const Row &row : rows)
        text += "  " + QByteArray(row.command.name).leftJustified(10) + row.command.summary + '\n';
    cli::sayError(text.chopped(1));
    return cli::BadCall;
}

} // namespace

int main(int argc, char *argv[])
{
    QByteArrayList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(argv[i]);
    if (arguments == QByteArrayList{"--version"}) {
        cli::say("postwright-cli " POSTWRIGHT_VERSION "\n");
        return cli::Done;
    }
    cli::Invocation invocation;
    if (arguments.size() > 1 && arguments[0] == "--target") {
        invocation.target = catalog::Version::parse(arguments[1]);
        if (!invocation.target) {
            cli::sayError("postwright-cli: \"" + arguments[1] + "\" is not a Postfix version such as 3.7.11");
            return cli::BadCall;
        }
        arguments = arguments.sliced(2);
    }
    if (arguments.isEmpty())
        return usage();
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [&](const Row &row) { return arguments[0] == row.command.name; });
    if (found == rows.end())
        return usage();
    invocation.arguments = arguments.sliced(1);
    if (!found->needsEventLoop)
        return found->command.run(invocation);
    const QCoreApplication application(argc, argv);
    return found->command.run(invocation);
}
