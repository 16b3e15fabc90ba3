// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/postconf/listing.h"

namespace postconf {

/// Whether the options ask what Postfix was built with, or for the texts of its bounces: -m, -l, -a, -A, -T,
/// -b and -t.
bool isAboutBuild(const Options &options);

/// What it answers; -T, -b and -t can only be answered by Postfix's programs, and end with a message.
Listing listBuild(const Configuration &configuration, const Options &options);

} // namespace postconf
