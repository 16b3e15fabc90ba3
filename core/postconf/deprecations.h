// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalog/version.h"

namespace postconf {

/// A parameter that postconf warns of, and what it says to do instead.
struct Deprecation
{
    const char *name;
    catalog::Version since; ///< the first version that warns
    const char *advice;
};

/// Null when that version does not warn of the name. pcf_depr_param_info in src/postconf/postconf_unused.c.
const Deprecation *deprecationOf(QByteArrayView name, const catalog::Version &target);

} // namespace postconf
