// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/values/domain.h"

#include <QString>

namespace values {

/// What a value says in words, where that is more than the value itself: "5 days", "10 MB", "3 items". Empty
/// where there is nothing to add. `value` is expanded.
QString meaningOf(const Domain &domain, const QByteArray &value);

/// "90 seconds", "1 hour 30 minutes".
QString durationText(qint64 seconds);

/// "9.8 MB", of 1024 KB each.
QString sizeText(qint64 bytes);

/// "50 MB", "50m", "1024": the bytes that are meant; Postfix itself counts in bytes only.
std::optional<qint64> parseSize(QByteArrayView text);

} // namespace values
