// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalog/reference.h"
#include "core/model/changes.h"

namespace completion {

/// Something that could be written at the caret.
struct Candidate
{
    enum class Kind : quint8 {
        Parameter, ///< of Postfix
        OwnParameter, ///< of the user's
        Value,
        Restriction,
        TableType,
        File,
        Service,
        Program,
        Option, ///< of a line of master.cf
        Action ///< in a table
    };
    QByteArray text; ///< as it is listed
    QByteArray inserted = {}; ///< as it is written: with "= " or ":" where that comes next
    Kind kind = Kind::Value;
    QByteArray detail = {}; ///< a few words, beside it
    QByteArray help = {}; ///< one sentence; may be empty
    bool isDeprecated = false;

    bool operator==(const Candidate &) const = default;
};

/// What could stand at a place, best first.
struct Completion
{
    syntax::ByteRange range; ///< of the word at the caret, which a candidate takes the place of
    QByteArray typed = {}; ///< its bytes in front of the caret
    QList<Candidate> candidates = {};
    /// A sign in front of the caret asks for one of these: `$`, `-o `, `hash:`.
    bool isAskedFor = false;
};

/// What Postfix knows, at the version that the configuration is for.
struct Known
{
    const catalog::Reference &reference;
    catalog::Version target;
};

/// The candidates at a caret in main.cf, master.cf or a table. Only what may stand there: nothing within a
/// comment, nor where any text is as good as any other. What is typed is looked for at the beginning of the
/// candidates and of the words in them, whatever its case.
Completion completionAt(const model::Snapshot &snapshot, const Known &known, model::FileId file,
                        qsizetype offset);

} // namespace completion
