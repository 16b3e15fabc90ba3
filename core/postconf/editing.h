// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/edits/refusal.h"
#include "core/model/draft.h"

namespace postconf {

/// What an edit of postconf's came to; like postconf, it stops at the first argument that it can't read.
struct EditReport
{
    QByteArrayList warnings; ///< arguments that match nothing; the others are done
    QByteArray fatal; ///< not empty: nothing is to be written
};

/// Each works on `draft` through the project's own edits, so that layout and comments stay. Arguments are
/// those of postconf(1).
EditReport setSettings(model::Draft &draft, const QByteArrayList &arguments); ///< -e NAME=VALUE
EditReport commentOutSettings(model::Draft &draft, const QByteArrayList &names); ///< -# NAME
EditReport removeSettings(model::Draft &draft, const QByteArrayList &names); ///< -X NAME
EditReport setServices(model::Draft &draft, const QByteArrayList &arguments); ///< -Me NAME/TYPE=ENTRY
EditReport setFields(model::Draft &draft, const QByteArrayList &arguments); ///< -Fe NAME/TYPE/FIELD=VALUE
EditReport setOverrides(model::Draft &draft, const QByteArrayList &arguments); ///< -Pe NAME/TYPE/NAME=VALUE

} // namespace postconf
