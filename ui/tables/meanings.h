// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/tables/usedtables.h"

#include <QString>

namespace ui {

/// What the rows of a table are, in plain words. Texts: translation context "tables".
struct Meaning
{
    const char *id; ///< tables::Use::meaning
    const char *title;
    const char *key; ///< titles of its columns
    const char *value;
    const char *keyHint;
    const char *valueHint;
};

/// "Rows of a kind that is not known" where there is no such meaning.
const Meaning &meaningOf(QByteArrayView id);
/// "Virtual aliases"
QString meaningTitle(const tables::UsedTable &table);
/// How Postfix looks up keys there, in one or two sentences.
QString lookupSentence(const tables::UsedTable &table);
/// "virtual_alias_maps", "smtpd_recipient_restrictions of submission/inet (check_recipient_access)"
QString useText(const tables::Use &use);

} // namespace ui
