// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/check/problem.h"
#include "ui/session/findings.h"

namespace ui {

/// Those of one origin, as the window shows them.
QList<Finding> findingsOf(const check::Problems &problems, Finding::Origin origin);

} // namespace ui
