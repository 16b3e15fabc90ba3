// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/draft.h"

#include <QByteArrayList>

namespace edits {

/// Ways to give row `index` the value of those lines, the one that leaves most as it is first: only the bytes
/// that differ, with the lines and comments between what stays; then only the lines that differ; then all of
/// it anew.
QList<QList<model::Draft::Replacement>> valueReplacements(const syntax::Table &table, qsizetype index,
                                                          const QByteArrayList &lines);

/// Where the '!' in front of a pattern or a network is, or would be.
syntax::ByteRange frontOf(const syntax::Table &table, const syntax::Row &row);

} // namespace edits
