// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/postconf/configuration.h"
#include "core/postconf/log.h"
#include "core/postconf/options.h"

namespace postconf {

/// What a listing prints. Some of the log's warnings come behind it.
struct Listing
{
    QByteArray out;
    Log log;
    qsizetype warningsBefore = 0; ///< how many of the log's warnings come first
    bool hasFailed = false; ///< the exit status is 1, though its log has not ended
};

/// What postconf shows for these options: the parameters of main.cf, or with -M, -F and -P the services of
/// master.cf, their columns and their overrides.
Listing list(const Configuration &configuration, const Options &options);

} // namespace postconf
