// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/tables.h"

namespace lint {

/// What a table is for, by the parameter or the restriction that names it.
enum class TableRole : quint32 {
    Access = 0x0001,
    Aliases = 0x0002,
    VirtualAliases = 0x0004,
    Canonical = 0x0008,
    Generic = 0x0010,
    Transport = 0x0020,
    SenderRelayhost = 0x0040,
    TlsPolicy = 0x0080,
    HeaderChecks = 0x0100, ///< besides one of the three below
    BodyChecks = 0x0200, ///< the same
    CleanupChecks = 0x0400,
    ClientChecks = 0x0800, ///< of smtp(8) and lmtp(8)
    MilterChecks = 0x1000,
    Logins = 0x2000,
    StatusFilter = 0x4000,
    Addresses = 0x8000, ///< of clients, as in mynetworks
    DomainList = 0x10000 ///< its values say nothing
};
Q_DECLARE_FLAGS(TableRoles, TableRole)
Q_DECLARE_OPERATORS_FOR_FLAGS(TableRoles)

/// One place that names a table. Tables that other tables consist of are named there too.
struct NamedTable
{
    TableUse use;
    QByteArray parameter;
    qsizetype service = effective::noService;
    TableRoles roles = {};
    bool isPart = false; ///< of pipemap:{...} and the like

    model::Place place(const Context &context) const { return context.placeOf(use.word, parameter, service); }
};

/// What settings in force name, in their order, the default aliases first.
const QList<NamedTable> &namedTables(const Context &context);

/// A table whose rows are known, as all that name it together see it.
struct KnownTable
{
    NamedTable named; ///< the first place
    TableRoles roles = {};
    syntax::TableKind kind = syntax::TableKind::KeyValue;
    std::shared_ptr<const syntax::Table> content;
    std::optional<model::FileId> file; ///< nothing when the rows stand in the setting

    bool isKeyTable() const
    {
        return kind == syntax::TableKind::KeyValue || kind == syntax::TableKind::Aliases;
    }
    /// Where bytes of the content are.
    model::Place place(const Context &context, syntax::ByteRange range) const
    {
        return file ? model::Place{*file, range} : named.place(context);
    }
};

/// Each file once for each way in which it is read.
const QList<KnownTable> &knownTables(const Context &context);

} // namespace lint
