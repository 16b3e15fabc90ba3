// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalog/host.h"

namespace effective {

/// The Postfix that the configuration is for. The compatibility level is no part of it: it is a setting.
struct Target
{
    const catalog::Catalog *catalog = nullptr; ///< outlives everything that is made with it
    catalog::Version version;
    catalog::Host host = {}; ///< where it runs
};

} // namespace effective
