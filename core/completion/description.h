// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/completion/completion.h"

namespace completion {

/// What there is to say about the word at a place.
struct Description
{
    enum class Kind : quint8 {
        Parameter, ///< of Postfix, or made by the name of a service
        OwnParameter,
        Service,
        Program,
        Restriction,
        TableType,
        Table, ///< a file or a database
        Value, ///< one that the parameter is known to take
        Field, ///< of master.cf
        Action ///< of a table
    };
    Kind kind = Kind::Parameter;
    syntax::ByteRange range; ///< of the word
    QByteArray name;
    QByteArray help = {}; ///< one sentence; may be empty
    QByteArray detail =
        {}; ///< of a service its line, of a restriction its argument, of a field what '-' means
    std::optional<QByteArray> defaultValue = {}; ///< of a parameter
    catalog::Standing standing = catalog::Standing::Current;
    QList<QByteArray> replacedBy = {};
    qsizetype service = -1; ///< of master.cf, when the word stands in one
    qsizetype places = 0; ///< that name it, for what the user has named
};

std::optional<Description> descriptionAt(const model::Snapshot &snapshot, const Known &known,
                                         model::FileId file, qsizetype offset);

} // namespace completion
