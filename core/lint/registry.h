// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/rule.h"

#include <span>

namespace lint {

/// All rules, by their ids.
const QList<Rule> &rules();
/// Null for an id that no rule has.
const Rule *ruleCalled(QByteArrayView id);

/// What the rules that need no knowledge of the server find, in the order of files and places.
Findings findingsIn(const model::Snapshot &snapshot);

/// What all rules find. The same rule at the same line is one finding. Nothing when it was cancelled.
Findings findingsIn(const model::Snapshot &snapshot, const Target &target, Profile profile = Profile::Normal,
                    const Context::IsCancelled &isCancelled = {});

} // namespace lint
