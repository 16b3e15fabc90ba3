// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/diff/filediff.h"
#include "core/model/snapshot.h"

namespace folder {

/// What differs in a file, with dots in place of what is secret in it, before or after.
diff::FileDiff maskedDiff(diff::FileDiff found, const model::Snapshot &before, const model::Snapshot &after,
                          model::FileId file);

} // namespace folder
