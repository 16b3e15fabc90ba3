// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/session/findings.h"

namespace ui {

/// Goes from problem to problem, round and round, the worst first.
class ProblemSteps
{
public:
    /// The place of the next one that has a place, or of the one before; nothing when none has.
    std::optional<model::Place> step(const QList<Finding> &findings, int by);

private:
    int m_current = -1;
};

} // namespace ui
