// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/session/findings.h"

namespace ui {

/// The fix of that title; null where there is none.
const Finding::Fix *fixCalled(const Finding &finding, const QString &title);

/// The titles of the fixes of all of them, each once, those that most of them have first.
QStringList fixTitles(const QList<Finding> &findings);

/// Applies to each its fix of that title, those without one left as they are. From the end of the files
/// to their beginning, so that what one fix moves is not where another one looks. Refused only where there is
/// one finding and its fix is refused.
edits::Outcome applyFixes(model::Draft &draft, const QList<Finding> &findings, const QString &title);

} // namespace ui
