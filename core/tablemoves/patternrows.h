// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lookup/addresskeys.h"
#include "core/patterns/pattern.h"
#include "core/syntax/table.h"

#include <QStringList>

namespace tablemoves {

/// The pattern that fits what a table of keys is asked for when `key` is the row that answers; nothing where
/// no pattern can: Postfix asks tables of patterns for whole addresses only.
std::optional<QByteArray> patternFor(const QByteArray &key, lookup::KeyOrder order,
                                     const QByteArray &recipientDelimiters);

struct Converted
{
    QByteArray text;
    QStringList remarks = {}; ///< what has another meaning than before, or none; sentences
};

/// The rows of a table of keys as rows of patterns, with their comments, those for one address in front of
/// those for a whole domain. A row that can't be one is kept as a comment.
Converted asPatterns(const syntax::Table &table, lookup::KeyOrder order,
                     const QByteArray &recipientDelimiters);

/// What tables of the other syntax would say of these patterns; sentences, none when they mean the same.
QStringList patternsLostIn(const syntax::Table &table, patterns::PatternSyntax syntax);

} // namespace tablemoves
