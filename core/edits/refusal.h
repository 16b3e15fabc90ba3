// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace edits {

/// Why an edit was not made: Postfix would read something else than was meant, or there is nothing to edit.
struct Refusal
{
    enum class Reason : quint8 {
        NotThere, ///< no such setting, service, override, row or item
        NotEditable, ///< the file could not be read
        EmptyName,
        BadName, ///< a name with a blank, '=', '#' in front or a control byte
        LineBreak, ///< a line break where none can be written
        NulByte,
        UnbalancedBraces, ///< `{ }` needed around the value, and its own braces do not match
        BadField, ///< a master.cf field that Postfix would refuse; `detail` says what it accepts
        AlreadyThere, ///< a second service of that name and type, a second setting
        BadKey, ///< a table key that would be read as something else
        BadPattern, ///< no delimiter is left that the pattern does not contain
        BadValue, ///< a value that would be read as something else; `detail` says as what
        BuiltIn, ///< a name that Postfix itself gives or reads; `detail` says what for
        InUse ///< it can't go while something refers to it; `detail` says what
    };
    Reason reason = Reason::NotThere;
    QByteArray subject; ///< the name, key or value it is about
    QString detail = {};
};

/// Nothing when the edit was made. After a refusal the draft is as it was before the call.
using Outcome = std::optional<Refusal>;

/// One or two sentences for a person: what was refused, why, and what to do instead.
QString refusalText(const Refusal &refusal);

} // namespace edits
