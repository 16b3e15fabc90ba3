// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/target.h"

#include <QHash>
#include <QString>

#include <functional>
#include <optional>

namespace facts {

/// The groups of the server by their numbers: its own file of them, which needs no name service.
QHash<int, QByteArray> groupsBelow(const QString &root);

/// What is at a path of this machine. Links are followed; one that starts with "/" leads to below `root`.
/// Nothing when it can't be told, as for what is below a folder that may not be searched.
std::optional<lint::FileFact> factAt(const QString &root, const QString &path);

/// A file of certificates or keys; nothing when it can't be read. To be wiped when it is no longer needed.
std::optional<QByteArray> pemTextAt(const QString &root, const QString &path);

/// Calls `visit(path relative to the folder)` for all that is in a folder and the folders in it. False when
/// not all could be seen.
bool forEachIn(const QString &folder, const std::function<bool(const QString &relative)> &visit);

} // namespace facts
