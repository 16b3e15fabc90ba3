// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/tools/postfixinstallation.h"

namespace tools {

/// The source of the postconf(5) that came with an installed Postfix, for manualSection(); unpacked by the
/// machine's own tools. It is looked for below manpage_directory, then where distributions put manuals.
/// NotFound if the manual is not installed. Nothing is kept: who needs more than one section keeps the page.
/// `runner` outlives the future. Needs an event loop in the calling thread.
QFuture<base::Result<QByteArray>> readManualPage(Runner &runner, const PostfixInstallation &installation);

/// What the installed Postfix says its defaults are: the output of `postconf -d`, for a host that only it can
/// know. ProcessFailed with its own words if it fails.
QFuture<base::Result<QByteArray>> readDefaults(Runner &runner, const PostfixInstallation &installation);

} // namespace tools
