// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/catalog/host.h"

#include <functional>

namespace postconf {

/// What postconf(1) works on.
struct Configuration
{
    QByteArray directory; ///< as it was given, for messages and $config_directory
    bool isDirectoryGiven = false; ///< -c or MAIL_CONFIG: config_directory then counts as set
    const catalog::Catalog &catalog;
    const catalog::Host &host;
    catalog::Version target;
    /// Reads main.cf, master.cf and the own files of database clients; an Error's detail is the system's
    /// message.
    std::function<base::Result<QByteArray>(const QByteArray &path)> readFile;

    QByteArray mainPath() const { return directory + "/main.cf"; }
    QByteArray masterPath() const { return directory + "/master.cf"; }
    /// From 3.8 messages name the whole path where they named the file only, and warn of a '#' in a value.
    bool isAtLeast(int major, int minor) const { return target >= catalog::Version{major, minor, 0}; }
};

} // namespace postconf
