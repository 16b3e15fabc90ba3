// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/command.h"
#include "core/base/result.h"
#include "core/check/project.h"
#include "core/facts/facts.h"
#include "core/folder/opening.h"
#include "core/lint/serverprofile.h"

namespace cli {

/// The server that the configuration is for, and the folder, which is opened as that server sees it.
struct Checked
{
    lint::ServerProfile server;
    folder::Opened opened;
    check::Project project;
    facts::Known disk = {}; ///< nothing for a server that is described
};

/// `profile` is "normal", "advice" or the path of a description (lint::readServerProfile()). Without a
/// description, what is known of this machine counts for a folder of this system, /etc/postfix and the like;
/// a copy elsewhere is judged for a server of which nothing is known but the version.
base::Result<Checked> openChecked(files::FileStore &store, const QString &folder, const QString &profile,
                                  const Invocation &invocation, const catalog::Reference &reference);

} // namespace cli
