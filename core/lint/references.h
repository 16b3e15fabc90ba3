// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/tracedvalue.h"

namespace lint {

/// A `$` in a value as it is written, and what is to be said about it.
struct Reference
{
    enum class Kind : quint8 {
        Name, ///< `$name`, `${name}`, `${name?text}`
        OldStyle, ///< `$(name)`
        Truncated, ///< the closing bracket is missing
        Empty, ///< a lone `$`, or nothing between the brackets
        Relation, ///< `${{a} == {b} ? ...}`
        Malformed ///< `detail` says how
    };
    Kind kind = Kind::Name;
    QByteArray name = {};
    syntax::ByteRange range = {}; ///< in the file, from the `$`
    syntax::ByteRange nameRange = {};
    QByteArray detail = {};
};

/// All of them, also those inside conditions, in the order of their places.
QList<Reference> referencesIn(const Definition &definition);
/// The names alone.
QByteArrayList namesIn(QByteArrayView text);

/// Where bytes of a definition's text are in its file.
syntax::ByteRange fileRange(const Definition &definition, syntax::ByteRange inText);

} // namespace lint
