// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalog/host.h"

namespace effective {

/// The Postfix that the configuration is for. The compatibility level is no part of it: it is a setting.
struct Target
{
    catalog::Catalog catalog; ///< shared: a copy costs next to nothing, and keeps it alive
    catalog::Version version;
    catalog::Host host = {}; ///< where it runs
};

} // namespace effective
