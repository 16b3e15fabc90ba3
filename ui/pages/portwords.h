// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/submission/state.h"

#include <QString>

namespace ui {

/// What a port means for those who connect to it, in a few sentences.
QString summaryOf(const submission::State &state, bool isForServers);

} // namespace ui
