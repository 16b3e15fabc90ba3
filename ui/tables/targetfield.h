// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace ui {

/// The targets in the value of an alias as it is shown: "anna", "|\"prog x\"", "ben@example.org".
QStringList targetsIn(const QString &value);

/// What kind of target it is; its icon is the name of one.
struct TargetKind
{
    const char *icon = nullptr; ///< null for an address
    const char *title = nullptr; ///< translation context "tables"
};
TargetKind targetKind(const QString &target);

} // namespace ui
