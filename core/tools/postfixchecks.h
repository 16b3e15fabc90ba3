// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/tools/message.h"
#include "core/tools/postfixinstallation.h"
#include "core/tools/stagedcopy.h"
#include "core/tools/tablechecks.h"

namespace tools {

struct CheckOptions
{
    bool postfixCheck = true; ///< also `postfix check`, where the user may run it
    QList<TableToCheck> tables = {}; ///< to be tried, see TableToCheck
    std::chrono::milliseconds timeout = std::chrono::seconds(20); ///< for each program
};

struct CheckReport
{
    enum class PostfixCheck {
        Ran,
        NotAsked,
        NotPermitted, ///< only root may, and no user namespace could be made
        NotReached, ///< something was fatal to a program, or one did not end: this one would fare the same
        Failed ///< see failures
    };

    QList<Message> messages; ///< each once; file and line as far as they can be told
    PostfixCheck postfixCheck = PostfixCheck::NotAsked;
    QStringList notChecked; ///< whole sentences: what was left out, and why
    QList<base::Error> failures; ///< programs that did not run to their end; what the others said is here
};

/// What the installed Postfix says about a configuration, `files` by their places in its folder: main.cf and
/// master.cf. Everything runs on a private staged copy:
///
/// - `postconf -n` reads both files and warns of unused and undefined parameters, overridden and read-only
///   ones; what is malformed is fatal to it. -M and -P say nothing more.
/// - `postmap -q` of a table without a file starts like every Postfix program, mail_params_init() in
///   src/global/mail_params.c: bad numbers, unknown users, hosts that can't be found. It needs no privileges.
/// - `postmap` and `postalias` compile copies of the tables if nothing was fatal, and are asked for a few
/// keys.
/// - `postfix check`, on a pseudo-terminal because it is silent elsewhere, if nothing was fatal: the same
/// once
///   more, and the ownership and permissions of the installed programs and shared files. Other users than
///   root run it in a user namespace where the system lets them have the users of Postfix in it; the owners
///   of files are not to be told from there.
///
/// All but the first get a copy whose installation, queue, data and log paths are ours (PinnedConfig), so
/// nothing of the live system is read for its mail, created, repaired or logged to, and no program named by
/// the configuration is run. Therefore not checked: the configured values of those paths, the owners and
/// permissions of the live queue, data and configuration folders, chroot copies, leftover queue files.
///
/// Takes some ten milliseconds without `postfix check`, which takes some hundreds. Postfix's programs sleep
/// for a second before they end with a fatal message (msg_fatal() in src/util/msg.c). Cancelling ends all
/// programs; such a future has no result. `runner` outlives the future. Needs an event loop in the calling
/// thread.
QFuture<base::Result<CheckReport>> checkConfiguration(Runner &runner, const PostfixInstallation &installation,
                                                      const QList<StagedFile> &files,
                                                      const CheckOptions &options = {});

} // namespace tools
