// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/edits/servicemeaning.h"

namespace edits {

/// The value as it is written: '-' for an empty one where Postfix knows a default.
QByteArray writtenField(syntax::ServiceField field, const QByteArray &value);

/// Refuses what the master would refuse in this column: get_master_ent() in src/master/master_ent.c,
/// pcf_check_master_entry() in src/postconf/postconf_master.c.
Outcome checkedField(syntax::ServiceField field, const QByteArray &value);

/// Refuses a second service of that name and type in force; service `except` does not count.
Outcome checkedUnique(const syntax::MasterCf &file, const QByteArray &name, const QByteArray &type,
                      qsizetype except);

} // namespace edits
