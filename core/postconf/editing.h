// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/draft.h"
#include "core/postconf/log.h"
#include "core/postconf/options.h"

namespace postconf {

/// What postconf does with -e, -X and -# to main.cf (`path` is how messages name it), through the project's
/// own edits, so that layout and comments stay. When the log has ended nothing is to be written.
Log editMain(model::Draft &draft, const Options &options, const QByteArray &path);

/// The same for master.cf: -Me, -MX, -M#, -Fe, -Pe and -PX.
Log editMaster(model::Draft &draft, const Options &options, const QByteArray &path);

} // namespace postconf
