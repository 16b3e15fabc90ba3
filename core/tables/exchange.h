// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/edits/tableedits.h"
#include "core/tables/columns.h"

namespace tables {

/// How the rows of such a file are written.
syntax::TableKind kindOf(model::FileKind kind);

/// The columns that rows are exchanged in.
struct Layout
{
    QByteArrayList titles = {}; ///< the key's, that of its flags if it has some, and those of the value
    Columns value = {};
    bool hasFlags = false; ///< see patternFlags()

    qsizetype firstValue() const { return hasFlags ? 2 : 1; }
};

/// The key as it is written, with '!' or "if" in front.
QByteArray rowKey(const syntax::Table &table, const syntax::Row &row);

/// A row made of cells in the order of the layout, and perhaps one more: its comment.
edits::NewRow rowOfCells(const QByteArrayList &cells, const Layout &layout);

/// The rows as a file with the columns On, Key, Value and Comment; all of them, or those that are given. What
/// importedRows() reads from it are the same rows. Lines that are no rows are left out.
QByteArray exportedCsv(const syntax::Table &table, char separator = ',',
                       const std::optional<QList<quint32>> &rows = {});

struct Import
{
    QList<edits::NewRow> rows = {};
    qsizetype problemLine = 0; ///< from 1; 0: all can be added
    QString problem = {}; ///< whole sentences
};

/// A first line with the names of columns says which is which: On, Key, Value, Comment, or the titles of the
/// layout. Without one the cells are as the layout has them.
Import importedRows(const QByteArray &bytes, const Layout &layout, syntax::TableKind kind);

} // namespace tables
