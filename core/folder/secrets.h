// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/snapshot.h"

namespace folder {

/// Whether a file holds passwords or a private key: by the parameters that name it, and by its content.
bool isSecret(const model::Snapshot &snapshot, model::FileId id);

/// Whether nobody but its owner should read it when it is made: also a table that its index is made from with
/// keys in it, since that takes over its permissions.
bool isPrivate(const model::Snapshot &snapshot, model::FileId id);

/// A line of a file that holds passwords, with dots in place of what is secret: behind the colon of a value,
/// or behind the '=' of a password of a database.
QByteArray maskedLine(const QByteArray &line);

} // namespace folder
