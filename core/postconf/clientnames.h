// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/postconf/configuration.h"
#include "core/postconf/log.h"

#include <QSet>

namespace postconf {

/// Where a value with database clients in it comes from.
struct ClientScan
{
    const Configuration &configuration;
    Log &log;
    QSet<QByteArray> &visitedFiles; ///< a client's own file is read once
    QByteArray path; ///< of main.cf or master.cf, for messages
    QByteArray place; ///< the same, as messages about braces have it
    bool warnsOfUnused = true;
    std::function<void(const QByteArray &name)> flag; ///< called for each name that a client could read
};

/// Finds the database clients in an expanded value. TYPE:NAME reads NAME_KEY in main.cf; TYPE:/PATH has a
/// file of its own, which is looked through. Follows src/postconf/postconf_dbms.c.
void scanClients(QByteArrayView value, const ClientScan &scan);

} // namespace postconf
