// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

namespace diff {

/// What the lines begin with that merge() puts around both versions, and between them.
constexpr QByteArrayView conflictBegin = "<<<<<<< yours";
constexpr QByteArrayView conflictMiddle = "=======";
constexpr QByteArrayView conflictEnd = ">>>>>>> on disk";

struct Merge
{
    QByteArray bytes; ///< with conflict markers where both sides changed the same lines
    bool hasConflicts = false;
};

/// Three-way merge by lines: what `ours` and `theirs` each changed since `base`.
base::Result<Merge> merge(const QByteArray &base, const QByteArray &ours, const QByteArray &theirs);

} // namespace diff
