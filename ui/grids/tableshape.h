// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/tables/columns.h"

#include <span>

namespace ui {

/// A column of the rows of a table. Texts: translation context "tables".
struct TableColumn
{
    const char *title;
    const char *hint; ///< what could stand there: "[mail.example.org]:587"
    bool isSecret = false; ///< shown as dots
};

/// What the rows of the tables of one parameter are, as columns.
struct TableShape
{
    const char *parameter;
    const char *title; ///< "Passwords by server"
    const char *empty; ///< what belongs there, as long as there is no row
    const char *fileName; ///< of a new table, in the folder of the configuration
    std::span<const TableColumn> columns; ///< the key, and one or two of the value
    tables::Columns value = {};
    const char *type = nullptr; ///< of a new table; null: the default_database_type
    bool hasFlags = false; ///< the second column is what follows the closing delimiter of a pattern
    bool hasRemarks = false; ///< a column more for the comments above the rows

    /// Of the columns of a row's value.
    int firstValue() const { return hasFlags ? 2 : 1; }
};

} // namespace ui
