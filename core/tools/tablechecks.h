// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/tools/message.h"
#include "core/tools/postfixinstallation.h"
#include "core/tools/runner.h"

#include <QByteArrayList>

namespace tools {

/// A table to be tried: compiled where its type is, and looked into.
struct TableToCheck
{
    QString name; ///< as it is shown; messages are about this file
    QByteArray type = {}; ///< hash, lmdb, ...
    bool isCompiled = true; ///< false: patterns and networks, which are read as they are
    bool isAliases = false; ///< postalias compiles it, not postmap
    QByteArray bytes = {};
    QByteArrayList keys = {}; ///< some that a lookup must find afterwards
};

/// Tables beyond that are not tried: it would take too long.
inline constexpr qsizetype largestTable = qsizetype(32) << 20;

/// Compiles the copy of the table at `path`, with the configuration in `folder`, or makes postmap read it.
Command trialCommand(const PostfixInstallation &installation, const TableToCheck &table, const QString &path,
                     const QString &folder);
/// Looks the keys up in what trialCommand() made.
Command lookupCommand(const PostfixInstallation &installation, const TableToCheck &table, const QString &path,
                      const QString &folder);

/// What was said then, about the table's own file; Message::key where it is a row that is known by its
/// key. `unsupported` becomes true when this Postfix has no such type, of which nothing is said.
QList<Message> trialMessages(const QByteArray &err, const TableToCheck &table, const QString &path,
                             bool &unsupported);
/// A message for each key that was not found.
QList<Message> lookupMessages(const Output &output, const TableToCheck &table);

} // namespace tools
