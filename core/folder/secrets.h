// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/snapshot.h"

namespace folder {

/// What a file holds that is nobody else's business.
enum class Secret : quint8 {
    None,
    Passwords, ///< of other servers: the values of its rows
    Client, ///< settings of a database client, its password among them
    Key, ///< a private key
    Settings ///< main.cf or master.cf with passwords in it, see SecretSettings
};

/// By the parameters that name the file, and by its content.
Secret secretOf(const model::Snapshot &snapshot, model::FileId id);
inline bool isSecret(const model::Snapshot &snapshot, model::FileId id)
{
    return secretOf(snapshot, id) != Secret::None;
}

/// Whether nobody but its owner should read it when it is made: also a table that its index is made from with
/// keys in it, since that takes over its permissions.
bool isPrivate(const model::Snapshot &snapshot, model::FileId id);

/// Whether a setting of a database client is one that must not be seen: by its name, or by a URL in its value
/// that holds a password.
bool isSecretSetting(const QByteArray &name, const QByteArray &value);

/// A line of such a file, with dots in place of what is secret; of Settings, which take more than a line to
/// know, all that is behind the name.
QByteArray maskedLine(const QByteArray &line, Secret secret);
/// A whole file like that, line by line; of a large one only that it is hidden.
model::File maskedFile(const model::Snapshot &snapshot, model::FileId id);

} // namespace folder
