// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace desktop {

/// What `postwright` was called with.
struct Options
{
    QString path = {}; ///< folder or file to open; empty without one
    bool isSample = false;
    QString screenshots = {}; ///< folder to leave pictures of everything in; empty: an ordinary run
    std::optional<int> theme = {}; ///< ui::Theme, when asked for
};

/// What to print instead of running, and the exit status that goes with it.
struct Answer
{
    QString text;
    bool isError = false;
};

struct CommandLine
{
    Options options = {};
    std::optional<Answer> answer = {};
};

/// `arguments` starts with the name of the program. Needs a QCoreApplication for the words of --help.
CommandLine parse(const QStringList &arguments);

/// The arguments without loss, whatever bytes are in the paths.
QStringList argumentsFrom(int argc, char **argv);

} // namespace desktop
