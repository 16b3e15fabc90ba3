// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/context.h"

#include <map>

namespace facts {

struct Mention
{
    bool isPem = false; ///< a certificate, a key or several of them
};

/// Every absolute path that a setting in force leads to: files and sockets by their names, tables with the
/// files that are built from them, relative sockets below the queue directory, and absolute ones also there,
/// as a service without the rest of the file system sees them.
std::map<QByteArray, Mention> mentionsIn(const lint::Context &context);

} // namespace facts
