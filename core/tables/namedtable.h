// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/edits/refusal.h"
#include "core/model/draft.h"

#include <QList>

namespace tables {

/// A table that the value of a parameter names.
struct NamedTable
{
    QByteArray type;
    QByteArray path; ///< as Postfix reads it
    std::optional<model::FileKind> kind =
        {}; ///< of the file that its rows are written in; nothing without one
    QString localPath = {}; ///< empty where it can't be seen from here
    std::optional<model::FileId> file = {}; ///< nothing as long as it is not open

    QByteArray name() const { return type + ':' + path; }
    bool hasRows() const;
    /// It has rows, or would have when somebody wrote some.
    bool canHaveRows() const { return hasRows() && (file || !localPath.isEmpty()); }
};

/// The open file that Postfix calls `path`; nothing when it is none of them.
std::optional<model::FileId> fileNamed(const model::Snapshot &snapshot, const QByteArray &path);

/// `type:path`, read as the value of that parameter.
NamedTable namedTable(const model::Snapshot &snapshot, QByteArrayView parameter, const QByteArray &name);

/// The tables in a list, in their order; `value` with its $names replaced.
QList<NamedTable> tablesIn(const model::Snapshot &snapshot, QByteArrayView parameter,
                           const QByteArray &value);

/// The file that its rows are in; it comes into the configuration where it is not there yet. Nothing for a
/// table that can't have rows.
std::optional<model::FileId> includedFile(model::Draft &draft, const NamedTable &table);

/// Adds a row as edits::addRow() does, to a table whose file may not be there yet: then the file comes into
/// the configuration with it. Where the parameter names no table, it names this one after that.
edits::Outcome addRow(model::Draft &draft, QByteArrayView parameter, const NamedTable &table,
                      qsizetype before, const QByteArray &key, const QByteArray &value);

} // namespace tables
