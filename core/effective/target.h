// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalog/catalog.h"

#include <QHash>

namespace effective {

/// The Postfix that the configuration is for. The compatibility level is no part of it: it is a setting.
struct Target
{
    const catalog::Catalog *catalog = nullptr; ///< outlives everything that is made with it
    catalog::Version version;
    /// Defaults that only the host or the installed Postfix knows: mail_version, daemon_directory,
    /// mynetworks.
    QHash<QByteArray, QByteArray> hostDefaults = {};
    QByteArray hostName = QByteArrayLiteral("localhost"); ///< what gethostname() says there
};

} // namespace effective
