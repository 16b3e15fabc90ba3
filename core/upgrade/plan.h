// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/target.h"
#include "core/upgrade/step.h"

namespace upgrade {

/// The way from one version to another, or to all that is expected of the same one. `target` is the server
/// as it is now; its version is the one to start from.
struct Route
{
    lint::Target target;
    catalog::Version to;
};

/// Everything that is to be done, in the order in which it is to be done: what the other version no longer
/// reads, what is out of date, then what changes by itself and can be kept, and at last the level.
Steps stepsFor(const model::Snapshot &snapshot, const Route &route);

/// In their order; those that are by hand are passed over.
void apply(model::Draft &draft, const Steps &steps);

} // namespace upgrade
