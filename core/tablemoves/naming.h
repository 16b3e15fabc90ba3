// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/effective/values.h"
#include "core/model/draft.h"
#include "core/tables/namedtable.h"

namespace tablemoves {

/// A table by its type and by the path that Postfix reads it from.
struct TableName
{
    QByteArray type;
    QByteArray path;

    QByteArray text() const { return type + ':' + path; }
    bool operator==(const TableName &) const = default;
};

/// Names the table `to` wherever main.cf and master.cf name `from`: in lists, inside of unionmap:{...},
/// behind proxy:, in overrides, in parameters of the user's, in settings that are switched off, and where
/// the name is made of `$names`, of which as many are kept as possible. How many places that were.
qsizetype rename(model::Draft &draft, const effective::Values &values, const TableName &from,
                 const TableName &to);

} // namespace tablemoves
