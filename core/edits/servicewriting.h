// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/edits/servicemeaning.h"

namespace edits {

/// The name of an override, or why it can't be one.
Outcome checkedOverrideName(QByteArrayView name);

/// `name=value` or, where blanks ask for it, `{ name = value }`; the value without blanks at its ends.
struct WrittenOverride
{
    QByteArray value; ///< as Postfix will read it
    bool braced = false;
    bool mayBeBraced = true; ///< its own braces match, so that braces can stand around it

    QByteArray text(QByteArrayView name) const;
};
/// Refuses what can't be written on one line.
Outcome writeOverride(const QByteArray &value, WrittenOverride &written);

/// A word after the command, in braces if it has blanks. Braces that are there already stay.
Outcome writeWord(const QByteArray &word, QByteArray &written);

/// Appends the words to `lines` (which has no line end yet): options that are no overrides behind the
/// command, every override on a line of its own, all other words together on one line. Notes them in
/// `meaning`.
Outcome writeArguments(const QByteArrayList &words, const QByteArray &indent, const QByteArray &lineEnd,
                       QByteArray &lines, ServiceMeaning &meaning);

/// What indents the continuation lines of the services around `near`: two blanks when there are none.
QByteArray continuationIndent(const syntax::MasterCf &file, qsizetype near);

} // namespace edits
