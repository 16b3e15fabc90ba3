// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/catalog/catalog.h"
#include "core/syntax/maincf.h"
#include "core/syntax/mastercf.h"

#include <functional>

namespace postconf {

/// What postconf(1) works on.
struct Configuration
{
    syntax::MainCf mainCf;
    syntax::MasterCf masterCf;
    QByteArray directory; ///< as it was given, for messages and $config_directory
    bool isDirectoryGiven = false; ///< -c or MAIL_CONFIG: config_directory then counts as set
    bool hasMasterCf = true;
    const catalog::Catalog &catalog;
    catalog::Version target;
    /// Reads a database client's own file; an Error's detail is the system's message.
    std::function<base::Result<QByteArray>(const QByteArray &path)> readClientFile;
};

/// What a run of postconf prints, and how it ends. Warnings are without the "postconf: warning: " in front.
struct Output
{
    QByteArray out;
    QByteArrayList warnings; ///< printed before `out`
    QByteArrayList lateWarnings; ///< printed after `out`
    QByteArray fatal; ///< not empty: the run ends here with status 1
};

} // namespace postconf
