// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace lookup {

/// As ICU folds case by default: one letter may become several. QString::toCaseFolded() leaves those alone.
QString fullyFolded(const QString &text);

} // namespace lookup
