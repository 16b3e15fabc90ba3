// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/snapshot.h"

#include <QStringList>

namespace ui {

/// Names to complete to: what Postfix knows and what this configuration sets, sorted.
QStringList parameterNames(const model::Snapshot &snapshot);

} // namespace ui
