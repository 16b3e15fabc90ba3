// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/syntax/maincf.h"

namespace edits {

/// Where a new setting goes, and whose looks it takes.
struct SettingPlace
{
    qsizetype offset = 0; ///< start of a line, or the end of the file
    qsizetype model = -1; ///< index of the setting it goes below; -1 at the end of the file
};

/// Below the switched-off setting of that name, else below the last of the settings in force that share most
/// of the beginning of their names with it, else at the end. Never inside a logical line.
SettingPlace placeFor(const syntax::MainCf &file, QByteArrayView name);

/// The new setting's `name = `, written as that of the model is.
QByteArray settingHead(const syntax::MainCf &file, qsizetype model, QByteArrayView name);

} // namespace edits
