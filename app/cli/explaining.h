// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace cli {

/// Says what a rule is about and what can be done, or lists all rules when `id` is empty. Answers the exit
/// status: a rule that is not there is a bad call.
int explain(const QByteArray &id);

} // namespace cli
