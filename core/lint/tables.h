// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/context.h"

namespace lint {

/// A row of a table whose content is known.
struct TableRow
{
    QByteArray key;
    QByteArray value;
    model::Place place; ///< of the row, or of the word that holds it
};

/// `type:name` in a value.
struct TableUse
{
    Word word;
    QByteArray type = {}; ///< behind "proxy:" and "debug:"
    QByteArray name = {};
    bool isProxied = false;
    std::optional<model::FileId> file = {}; ///< the open file
    bool isKnown = false; ///< its rows are

    bool isIndexed() const;
    bool isPattern() const { return type == "regexp" || type == "pcre"; }
};

/// The table that a word names; nothing when it names none.
std::optional<TableUse> tableIn(const Context &context, const Word &word);
/// All that a parameter names.
QList<TableUse> tablesOf(const Context &context, QByteArrayView parameter,
                         qsizetype service = effective::noService);
/// Of an open file, `inline:` or `static:`; empty when the content is not known.
QList<TableRow> rowsOf(const Context &context, const TableUse &table);
/// Whether a pattern or a network matches everything.
bool isCatchAll(const TableUse &table, const TableRow &row);

} // namespace lint
