// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/edits/refusal.h"
#include "core/model/draft.h"
#include "core/usages/usages.h"

namespace usages {

/// What must not become a name of the user's: what Postfix, a service or a database client reads.
edits::Outcome checkedFree(const Roles &roles, const model::Snapshot &snapshot, const QByteArray &parameter);

/// A refusal that says where the name is used already; nothing when it is not.
edits::Outcome checkedUnused(const Index &index, const Symbol &symbol);

/// What renames setting `setting` of main.cf: its name, and the blanks behind it where its '=' stands below
/// those of others.
model::Draft::Replacement settingRenamed(const syntax::MainCf &file, qsizetype setting,
                                         const QByteArray &from, const QByteArray &to);

/// Makes the replacements, given in any order, file by file.
void replaceNames(model::Draft &draft, const Usages &usages, const QByteArray &from, const QByteArray &to);

} // namespace usages
