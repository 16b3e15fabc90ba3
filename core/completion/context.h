// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/changes.h"

namespace completion {

/// What kind of thing the caret is in.
struct Context
{
    enum class Kind : quint8 {
        None,
        ParameterName, ///< at the beginning of a line of main.cf
        OverrideName, ///< behind -o
        Value, ///< of `parameter`
        Field, ///< a column of master.cf, `field`
        Argument, ///< a word behind the command that is no value
        Result ///< the right-hand side of a table
    };
    Kind kind = Kind::None;
    syntax::ByteRange word; ///< at the caret; empty where one would begin
    QByteArray typed = {}; ///< its bytes in front of the caret
    QByteArray before = {}; ///< of the value, in front of the word
    QByteArray parameter = {}; ///< for Value
    QByteArray program = {}; ///< of the line of master.cf
    QByteArray after = {}; ///< of the line, behind the word
    int field = 0;
    bool isBraced = false; ///< -o { name = value }
    bool isReference = false; ///< the word is a `$name`
};

Context contextAt(const model::File &file, qsizetype offset);

/// A logical line up to the caret, as Postfix would join it.
struct Lead
{
    QByteArray text;
    bool isComment = false;
    bool isContinued = false; ///< the caret is not on its first line
};

Lead leadAt(QByteArrayView bytes, qsizetype offset);

} // namespace completion
