// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/facts/facts.h"
#include "core/tables/usedtables.h"

/// The files that postmap(1) and postalias(1) make of tables, which are what Postfix really asks.
namespace indexes {

enum class State : quint8 {
    UpToDate,
    Missing, ///< the table has rows, the server has no index of them
    Older, ///< the table was written after its index
    Unsaved, ///< saving makes it older
    Unknown ///< a mere copy of the folder says nothing about the server
};

struct Index
{
    QByteArray table; ///< "hash:/etc/postfix/virtual"
    tables::IndexCommand command;
    bool isMadeByNewaliases = false; ///< alias_database names it
    State state = State::Unknown;

    /// As an admin types it: "postmap hash:/etc/postfix/virtual".
    QByteArray commandLine() const;
    /// The files: "/etc/postfix/virtual.db".
    QByteArrayList files() const;
    /// The server does not use what is written in the table.
    bool needsBuilding() const { return state != State::UpToDate && state != State::Unknown; }
};

/// Nothing for a table without an index. `isChanged`: it has edits that are not saved.
std::optional<Index> indexOf(const tables::UsedTable &table, const catalog::Reference &reference,
                             const facts::Known &known, bool isChanged);

/// One or two sentences for a person: what the index is like, and what the server needs.
QString stateText(const Index &index);

} // namespace indexes
