// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/tables/exchange.h"

#include <QString>

namespace ui {

class TableRowsModel;

/// These rows as a spreadsheet takes them: cells with tabs between, a row a line, comments last where there
/// are some.
QString copiedText(const TableRowsModel &model, const QList<qsizetype> &rows);

/// What was copied there or in a spreadsheet, as rows to add.
tables::Import pastedRows(const QString &text, const tables::Layout &layout, syntax::TableKind kind);

/// Whether it is no more than the text of one cell.
bool isOneCell(const QString &text);

} // namespace ui
