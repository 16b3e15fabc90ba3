// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/tables/exchange.h"
#include "core/tables/usedtables.h"
#include "ui/grids/tableshape.h"

#include <vector>

namespace ui {

/// The columns that fit the rows of a table, going by what they mean and how they are written.
class GridShape
{
public:
    explicit GridShape(const tables::UsedTable &table);
    Q_DISABLE_COPY_MOVE(GridShape)

    const TableShape &shape() const { return m_shape; }
    tables::Layout layout() const;
    bool hasSecret() const;

private:
    std::vector<TableColumn> m_columns;
    TableShape m_shape;
};

} // namespace ui
