// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/tools/runner.h"

namespace tools {

/// The command as the root of a user namespace of its own: unshare(1). It needs further users beside root, as
/// programs of Postfix become $mail_owner: newuidmap(1) gives them to users with an entry in /etc/subuid.
Command inUserNamespace(const Command &command);

/// Whether the system lets this user have one. `runner` outlives the future.
QFuture<base::Result<Output>> tryUserNamespace(Runner &runner);

} // namespace tools
