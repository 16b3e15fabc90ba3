// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/session/findings.h"

namespace ui {

QString severityText(Finding::Severity severity); ///< "Error"
QString severitiesText(Finding::Severity severity); ///< "Errors"
QString originText(Finding::Origin origin);

} // namespace ui
