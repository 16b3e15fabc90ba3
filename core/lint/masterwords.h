// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/context.h"

namespace lint {

/// A word behind the command of a service.
struct MasterWord
{
    QByteArray text; ///< lines joined by one blank, braces included
    syntax::ByteRange range;
    bool isGroup = false; ///< begins with a brace
    bool isClosed = true; ///< and ends with the one that closes it

    model::Place place() const { return {model::FileId::MasterCf, range}; }
};

/// All of them, as master(8) splits them: argv_splitq() in src/util/argv_splitq.c.
QList<MasterWord> wordsOf(const Context &context, const effective::Service &service);

/// The words as a daemon's option processing sees them.
struct MasterOptions
{
    struct Bad
    {
        MasterWord word; ///< the "-o", or what follows it
    };
    QList<Bad> withoutValue = {};
    QList<MasterWord> glued = {}; ///< "-oname=value"
    QList<MasterWord> verbose = {};
    QList<MasterWord> operands = {}; ///< from the first word that is no option
};
MasterOptions optionsOf(const Context &context, const effective::Service &service);

/// The attributes of pipe(8) and spawn(8): the text without braces and blanks around it.
QByteArray attributeText(const MasterWord &word);

} // namespace lint
