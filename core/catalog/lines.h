// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>

namespace catalog {

/// No line of a table is longer; one that is comes from a damaged file.
constexpr qsizetype longestLine = qsizetype(64) * 1024;

/// The parts between the separators; none of nothing.
QList<QByteArrayView> split(QByteArrayView text, char separator);

/// The lines of a table without their ends and without the last one, "end". Malformed names `table` and the
/// line of what was cut off, is absurdly long or holds a NUL.
base::Result<QList<QByteArrayView>> linesOf(const char *table, const QByteArray &text);

/// The error for a line, counted from 0.
base::Error malformed(const char *table, qsizetype line);

/// The text of a table in the program's resources (:/catalog/NAME).
base::Result<QByteArray> tableText(const char *name);

} // namespace catalog
