// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace files {

/// Where this user's programs keep what must outlive them: $XDG_STATE_HOME/postwright, else
/// ~/.local/state/postwright. It may not exist yet. Window and command line share it.
QString stateFolder();

} // namespace files
