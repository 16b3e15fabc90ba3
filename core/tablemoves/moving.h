// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/edits/refusal.h"
#include "core/tablemoves/naming.h"
#include "core/tables/usedtables.h"

#include <QStringList>

namespace tablemoves {

struct Moved
{
    edits::Outcome refusal = {}; ///< then the draft is as it was
    qsizetype places = 0; ///< that name the table
    QStringList remarks = {}; ///< what the admin should know; sentences
};

/// The types that the rows of a table can be written for, its own first.
QByteArrayList typesFor(const tables::UsedTable &table);
/// A path that goes with another type: "/etc/postfix/virtual.pcre" for patterns made of keys.
QByteArray pathFor(const tables::UsedTable &table, const QByteArray &type);

/// Gives a table another path, another type or both, and names it so wherever it is named. A new path is a
/// new file with the same rows; the old one stays where it is. Keys become patterns where that keeps their
/// meaning.
Moved move(model::Draft &draft, const effective::Values &values, const tables::UsedTable &table,
           const TableName &to);

} // namespace tablemoves
