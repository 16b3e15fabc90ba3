// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/grids/findingicon.h"

#include "ui/widgets/icon.h"

#include <algorithm>

namespace ui {

QIcon findingIcon(Finding::Severity severity)
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

QList<Finding> findingsIn(const Findings &findings, const model::Place &place)
{
    QList<Finding> here; // all() has the worst first
    std::copy_if(findings.all().begin(), findings.all().end(), std::back_inserter(here),
                 [&](const Finding &finding) {
                     return finding.place && finding.place->file == place.file
                         && place.range.contains(finding.place->range.begin);
                 });
    return here;
}

} // namespace ui
