// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/folder/secretsettings.h"

namespace folder {

/// The passwords in a list of tables: the values of inline:, randmap: and static:, also inside of unionmap:
/// and pipemap:. A table that is still being written, with braces missing, is read as far as it goes. In
/// order.
QList<SecretPart> secretPartsOfTables(QByteArrayView value);

/// The same of a text that is rows of such a table, user:password, or a password.
QList<SecretPart> secretPartsOfText(QByteArrayView value);

} // namespace folder
