// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/problemsteps.h"

#include <algorithm>

namespace ui {

std::optional<model::Place> ProblemSteps::step(const QList<Finding> &findings, int by)
{
    const auto count = static_cast<int>(findings.size());
    for (int tried = 0; tried < count; ++tried) {
        m_current = (std::max(m_current + by, by > 0 ? 0 : -1) + count) % count;
        if (const auto &place = findings.at(m_current).place)
            return place;
    }
    return std::nullopt;
}

} // namespace ui
