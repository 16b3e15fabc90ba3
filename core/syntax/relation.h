// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/syntax/expansion.h"

namespace syntax {

enum class Relation : quint8 { Equal, NotEqual, Less, LessOrEqual, GreaterOrEqual, Greater };

/// Nothing for anything that is no operator of mac_exp_op_table in src/util/mac_expand.c.
std::optional<Relation> relationOf(QByteArrayView operatorText);

/// Whether the relation holds, or why it can't be told.
struct RelationResult
{
    bool holds = false;
    QList<ExpansionError> errors = {};
};

/// As numbers when both are digits only, else byte by byte: mac_exp_eval() in src/util/mac_expand.c.
RelationResult compareTexts(const QByteArray &left, Relation relation, const QByteArray &right);

/// "3.6" against "3.10" by parts, as the operators with "level" compare: compat_relop_eval() in
/// src/global/compat_level.c.
RelationResult compareLevels(const QByteArray &left, Relation relation, const QByteArray &right);

} // namespace syntax
