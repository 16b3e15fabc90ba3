// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/usages/roles.h"
#include "core/usages/symbol.h"

namespace usages {

/// Where the names of one configuration are defined and used.
///
/// Names in comments are prose and no usages; what is commented out as a whole (a setting, a service, an
/// override, a row of a table) is listed as such. The files of database clients hold no `$name`: their values
/// are taken as they are, get_dict_str() in src/global/cfg_parser.c.
class Index
{
public:
    /// `catalog` outlives it. Costs a pass over main.cf and master.cf; tables are read when they are asked
    /// for.
    Index(model::Snapshot snapshot, const catalog::Catalog &catalog);

    const model::Snapshot &snapshot() const { return m_snapshot; }
    const Roles &roles() const { return m_roles; }

    /// What stands at an offset, or ends there: for "slow_destination_rate_delay" the service first, if the
    /// offset is within its name, then the parameter.
    Usages at(model::FileId file, qsizetype offset) const;
    /// Every usage, definitions included, file by file and in the order of the bytes.
    Usages of(const Symbol &symbol) const;
    /// The places that say what the symbol is, the one in force first: for a parameter used in a service its
    /// own override, then main.cf; for a table its file. Empty where Postfix itself defines it.
    QList<model::Place> definitionsOf(const Usage &usage) const;

private:
    model::Snapshot m_snapshot;
    Roles m_roles;
};

} // namespace usages
