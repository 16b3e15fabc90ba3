// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/file.h"

#include <QColor>

class QPalette;

namespace ui {

/// What a byte of a file is to the reader. The numbers are Scintilla's style numbers, below its own ones.
enum class SyntaxStyle : char {
    Plain,
    Comment,
    Name, ///< of a parameter, a service, an override; the key of a table row
    Overridden, ///< the name of a setting that a later one of the same name replaces
    Operator, ///< = , { } : !
    Number, ///< numbers, times and sizes
    Word, ///< yes and no
    Reference, ///< $name
    MapType, ///< hash: and its like
    ServiceType,
    Field, ///< the five fields in the middle of a service
    Command,
    Flag, ///< -o and the other options of a command
    Pattern, ///< regular expressions and address ranges
    Keyword, ///< if and endif
    OffName, ///< the name in something that is switched off
    OffValue,
    Stray, ///< what Postfix would not read
    Last = Stray
};

/// One style for each byte of `range`, which starts at the start of a line and ends at the end of one.
/// Costs as much as the lines of the range, whatever the size of the file.
QByteArray syntaxStyles(const model::File &file, syntax::ByteRange range);

struct SyntaxLook
{
    QColor color;
    bool bold = false;
    bool italic = false;
};

SyntaxLook syntaxLook(SyntaxStyle style, const QPalette &palette);

} // namespace ui
