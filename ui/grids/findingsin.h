// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/session/findings.h"

namespace ui {

/// The findings that begin in these bytes, the worst first.
QList<Finding> findingsIn(const Findings &findings, const model::Place &place);

} // namespace ui
