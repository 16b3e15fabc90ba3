// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/severityicon.h"

#include "ui/widgets/icon.h"

namespace ui {

QIcon severityIcon(Finding::Severity severity)
{
    switch (severity) {
    case Finding::Severity::Error:
        return icon(QStringLiteral("circle-x"), IconColor::Error);
    case Finding::Severity::Warning:
        return icon(QStringLiteral("triangle-alert"), IconColor::Warning);
    case Finding::Severity::Info:
        return icon(QStringLiteral("info"), IconColor::Info);
    }
    return {};
}

} // namespace ui
