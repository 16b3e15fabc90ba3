// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/snapshot.h"

namespace folder {

/// Whether a file holds passwords or a private key: by the parameters that name it, and by its content.
bool isSecret(const model::Snapshot &snapshot, model::FileId id);

} // namespace folder
