// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/edits/refusal.h"
#include "core/model/draft.h"
#include "core/usages/usages.h"

namespace usages {

/// Both rename in every open file at once; what is commented out as a whole goes along, prose does not. The
/// columns after a name stay where they can. Postfix then reads the same under other names: whatever would
/// read something else is refused.

/// Gives a parameter of the user's, or a restriction class, another name. Refused for Postfix's own
/// parameters, for those that belong to a service or a database client by their name, and when the new name
/// is one of those or is used already.
edits::Outcome renameParameter(model::Draft &draft, const catalog::Catalog &catalog, const QByteArray &from,
                               const QByteArray &to);

/// Gives service `index` of master.cf another name, with every parameter that begins with it, every value
/// and table that names it, and the rows of the same name that are switched off. Where a default of Postfix
/// names it, that parameter is set. A port has a new name only here: nothing calls it by its name.
edits::Outcome renameService(model::Draft &draft, const catalog::Catalog &catalog,
                             const catalog::Version &target, qsizetype index, const QByteArray &to);

/// What refuses a new name for it at all; nothing when it can be renamed.
edits::Outcome renamingRefused(const Index &index, const Symbol &symbol);

} // namespace usages
