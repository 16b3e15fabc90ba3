// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/session/findings.h"

class QIcon;

namespace ui {

/// A shape and a colour for how bad it is.
QIcon severityIcon(Finding::Severity severity);

} // namespace ui
