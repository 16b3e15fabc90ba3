// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/grids/findingsin.h"

#include <algorithm>

namespace ui {

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
