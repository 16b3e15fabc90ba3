// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace tables {

/// Whether it is a pattern with its delimiters, '!' in front or not: "/^Subject:/i".
bool isDelimitedPattern(const QByteArray &key);
/// What stands behind the closing delimiter: "i". Empty for what is no such pattern.
QByteArray patternFlags(const QByteArray &key);

} // namespace tables
