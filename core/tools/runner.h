// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QFuture>
#include <QMap>
#include <QStringList>

#include <chrono>

namespace tools {

/// A program and its arguments; never a shell line.
struct Command
{
    QString program;
    QStringList arguments = {};
    QByteArray input = {};
    QMap<QString, QString> environment = {}; ///< on top of our own; a null value removes the variable
    QString workingDirectory = {}; ///< ours if empty
    std::chrono::milliseconds timeout = std::chrono::seconds(10);
    qsizetype outputLimit =
        qsizetype(64) * 1024 * 1024; ///< more output ends the program with Error::TooLarge
    QByteArray lastWords = {}; ///< a line that begins so is not followed by anything worth waiting for
    bool terminal = false; ///< it writes to a pseudo-terminal, and so thinks somebody is looking
};

struct Output
{
    int exitCode = 0; ///< -1 if it was ended after its lastWords
    QByteArray out; ///< with Command::terminal: everything, with line ends as the program wrote them
    QByteArray err;
};

/// Runs commands somewhere: on this machine, over ssh, or, in tests, from a script of answers.
class Runner
{
public:
    virtual ~Runner() = default;

    /// A command that ran is a success whatever its exit code; an Error means that it did not run to its end.
    /// Cancelling the future ends the program and all it has started; such a future finishes without a result
    /// (base::whenDone makes that an Error::Cancelled).
    virtual QFuture<base::Result<Output>> run(const Command &command) = 0;
};

} // namespace tools
