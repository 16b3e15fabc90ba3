// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/command.h"
#include "core/catalog/host.h"
#include "core/catalog/reference.h"
#include "core/files/localfilestore.h"

#include <memory>

class QCommandLineParser;

namespace cli {

/// To standard output, as it is.
void say(const QByteArray &bytes);
/// A line to standard error, behind everything that was said so far.
void sayError(const QByteArray &line);

/// The files of this machine; what an interrupted save leaves is kept in the user's state folder.
std::unique_ptr<files::FileStore> localFileStore();

/// --target, else the version of the installed Postfix, else the newest known.
catalog::Version targetOf(const Invocation &invocation);

/// What is told about Postfix beyond what postconf needs. Error: the program's own tables can't be read.
base::Result<catalog::Reference> loadReference();

/// What this machine, and the Postfix that is installed on it, decide; found out without running anything.
catalog::Host localHost();

/// Gives the parser the command's arguments; says what is wrong with them and answers false otherwise.
bool parse(QCommandLineParser &parser, const Invocation &invocation);

} // namespace cli
