// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/delivery/tree.h"

namespace delivery {

/// What happens at a node, as the part of a sentence that follows its text.
QString words(const Node &node);
/// Where that is said: "/etc/aliases:12" or the name of a setting; empty where nothing says it.
QString placeOf(const Node &node);
/// One word for programs: "virtual", "mailbox", "bounced".
const char *idOf(Step step);

} // namespace delivery
