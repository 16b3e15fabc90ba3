// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/environment.h"

#include <QCoreApplication>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <unistd.h>

namespace {

int usage()
{
    QByteArray text = "usage: postwright-cli [--target VERSION] COMMAND ...\n\ncommands:\n";
    for (const cli::Command &row : cli::commands())
        text += "  " + QByteArray(row.name).leftJustified(10) + row.summary + '\n';
    cli::sayError(text.chopped(1));
    return cli::BadCall;
}

/// Becomes the program that has the command.
int handOver(const char *program, char *argv[])
{
    std::error_code error;
    const auto own = std::filesystem::read_symlink("/proc/self/exe", error);
    const std::filesystem::path path = own.parent_path() / program;
    ::execv(path.c_str(), argv);
    cli::sayError("postwright-cli: " + QByteArray(path.c_str()) + ": " + std::strerror(errno)
                  + ". It belongs to Postwright; install it anew.");
    return cli::CouldNot;
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
        const auto target = catalog::targetFrom(arguments[1]);
        if (!target) {
            cli::sayError("postwright-cli: " + target.error().detail.toUtf8());
            return cli::BadCall;
        }
        invocation.target = *target;
        arguments = arguments.sliced(2);
    }
    if (arguments.isEmpty())
        return usage();
    const auto all = cli::commands();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const cli::Command &row) { return arguments[0] == row.name; });
    if (found == all.end())
        return usage();
    if (*found->program != '\0')
        return handOver(found->program, argv);
    invocation.arguments = arguments.sliced(1);
    if (!found->needsEventLoop)
        return found->run(invocation);
    const QCoreApplication application(argc, argv);
    return found->run(invocation);
}
