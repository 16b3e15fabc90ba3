// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/rule.h"
#include "core/tools/postfixchecks.h"
#include "ui/session/findings.h"

namespace ui {

QList<Finding> findingsOf(const lint::Findings &found);
/// What Postfix's programs said about the files of `snapshot`, with the places they speak of.
QList<Finding> findingsOf(const tools::CheckReport &report, Finding::Origin origin,
                          const model::Snapshot &snapshot);

} // namespace ui
