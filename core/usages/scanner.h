// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/usages/joinedvalue.h"
#include "core/usages/roles.h"
#include "core/usages/symbol.h"

#include <functional>

namespace usages {

/// Calls `visit` with every usage in one item of a configuration, in the order of the item's bytes but for
/// names that stand for two things. What is commented out counts when it is an item of its own that could be
/// switched on: a setting, a service, an override, a row.
class Scanner
{
public:
    using Visit = std::function<void(const Usage &)>;

    /// Both outlive it.
    Scanner(const model::Snapshot &snapshot, const Roles &roles, Visit visit);

    void scanSetting(const syntax::Setting &setting);
    void scanService(const syntax::Service &service);
    void scanRow(model::FileId file, const syntax::Table &table, const syntax::Row &row);

private:
    struct Source
    {
        model::FileId file = model::FileId::MainCf;
        bool enabled = true;
    };

    void emitUsage(Symbol symbol, syntax::ByteRange range, Usage::Role role);
    void emitPart(Symbol::Kind kind, const JoinedValue &value, syntax::ByteRange part, Usage::Role role);
    /// A parameter's name, with the service at its beginning if it has one.
    void scanName(const QByteArray &name, syntax::ByteRange range, Usage::Role role);
    void scanValue(const JoinedValue &value, const QByteArray &parameter);
    void scanReferences(const JoinedValue &value);
    void scanEndpoints(const JoinedValue &value);
    void scanTables(const JoinedValue &value);
    void scanInlineTables(const JoinedValue &value, ValueForms forms, int depth);
    void scanForms(const JoinedValue &value, ValueForms forms);
    void scanNexthop(const JoinedValue &value, Usage::Role role);
    void scanServiceItem(const JoinedValue &value, syntax::ByteRange item);
    void scanResult(const JoinedValue &result, ValueForms forms);

    const model::Snapshot &m_snapshot;
    const Roles &m_roles;
    Visit m_visit;
    Source m_source;
};

} // namespace usages
