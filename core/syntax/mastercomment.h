// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/syntax/byterange.h"

namespace syntax {

/// What a comment line of master.cf looks like. Whether it belongs to a service depends on where it stands.
struct MasterComment
{
    enum class Kind : quint8 {
        Bare, ///< a '#' and nothing else
        Rule, ///< a line of signs, or one of the rows that head the columns
        Head, ///< a service, commented out: eight fields that Postfix would accept
        Option, ///< begins with -o name=value or another option
        Argument, ///< begins like an argument of pipe(8) or spawn(8), or with a brace
        Prose
    };
    Kind kind = Kind::Prose;
    int hashes = 1; ///< in the run of '#' and blanks that it begins with
    bool indented = false; ///< blanks stand in front of the first '#'
    ByteRange content; ///< what follows that run, without blanks at its end
};

/// `text` is a comment line without the blanks around it, as LineScanner gives it; `lineBegin` is where its
/// line begins.
MasterComment masterComment(QByteArrayView bytes, ByteRange text, qsizetype lineBegin);

/// True when a commented line directly below one that holds `argv=` can be more words of that command.
bool continuesCommand(QByteArrayView bytes, const MasterComment &above, const MasterComment &comment);

/// The opening braces in `text` less the closing ones, counted as mystrtokq() does: one that closes nothing
/// does not count.
int openBraces(QByteArrayView text, int openBefore = 0);

bool isServiceType(QByteArrayView word);
bool isServiceFlag(QByteArrayView word); ///< y, n or -
bool isWakeup(QByteArrayView word); ///< seconds, with '?' or without, or -
bool isProcessLimit(QByteArrayView word);

} // namespace syntax
