// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalog/reference.h"
#include "core/effective/target.h"
#include "core/lint/role.h"

#include <QByteArrayList>
#include <QSet>

namespace lint {

/// What is known about files that are not open.
enum class Listing : quint8 {
    Partial, ///< a file that nobody mentions may or may not exist
    Folder, ///< the configuration folder is known completely
    All ///< and so is the rest of the file system
};

/// What is known about one file of the server; anything may be unknown.
struct FileFact
{
    bool exists = true;
    std::optional<int> mode = std::nullopt;
    std::optional<int> uid = std::nullopt;
    std::optional<int> gid = std::nullopt;
    QByteArray group = {};
    std::optional<qint64> modified = std::nullopt; ///< seconds since 1970
    QByteArray type = {}; ///< "socket", "directory"; a plain file if empty
    std::optional<qint64> size = std::nullopt;
    std::optional<QByteArrayList> pemBlocks = std::nullopt; ///< see pemBlocksIn()

    bool operator==(const FileFact &) const = default;
};

/// The words behind "-----BEGIN" in a file of certificates and keys: "CERTIFICATE", "RSA PRIVATE KEY".
QByteArrayList pemBlocksIn(QByteArrayView text);

/// Of Debian 12 with all packages of Postfix.
QSet<QByteArray> debianTableTypes();

/// The server that the configuration is for. Made for one that is not known better: Debian with every
/// plug-in, of which nothing is said about the host or its files.
struct Target
{
    const catalog::Reference *reference = nullptr; ///< outlives all that is made with it
    catalog::Version version = catalog::Catalog::newest;
    QHash<QByteArray, QByteArray> buildDefaults = {}; ///< what the build of that Postfix decided
    QByteArray hostName = {}; ///< empty: not known
    QSet<QByteArray> tableTypes = debianTableTypes();
    QSet<QByteArray> saslServerTypes = {"cyrus", "dovecot"};
    QSet<QByteArray> saslClientTypes = {"cyrus"};
    QHash<QByteArray, int> ports = {}; ///< services(5), besides the mail ports
    QByteArray platform = "linux";
    QByteArray defaultTableType = "hash";
    QByteArray folder = "/etc/postfix"; ///< of the configuration, on the server
    Listing listing = Listing::Partial;
    QHash<QByteArray, FileFact> files = {}; ///< by absolute path
    std::optional<Roles> roles = std::nullopt; ///< what the host is for, if somebody said it

    effective::Target forValues() const;
    /// The number of a port that is written as a number or a name; nothing for a name that is not known.
    std::optional<int> portOf(QByteArrayView text) const;
};

} // namespace lint
