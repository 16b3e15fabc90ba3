// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalog/reference.h"
#include "core/effective/values.h"

namespace restrictions {

/// What Postfix would say of an argument.
enum class ArgumentProblem : quint8 {
    None,
    Missing,
    SeveralItems, ///< a blank or a comma outside of braces: it would be two
    OpenBrace,
    NoColon, ///< a table or an endpoint without its type
    BlankBehindColon,
    UnknownType, ///< of a table, in this version
    NoName, ///< nothing behind the colon
    UnknownEndpoint, ///< neither inet: nor unix:
    NoPort, ///< inet:host
    NotDomain,
    NotNumber,
    BracesTooNew, ///< `{ }` in a version that does not know them here
};

/// Of what is written behind that restriction. A `$name` may stand for anything.
ArgumentProblem problemOf(const catalog::Restriction &restriction, const QByteArray &argument,
                          const catalog::Reference &reference, const catalog::Version &version);

/// With such a problem the step would be another than meant, or none.
constexpr bool isFatal(ArgumentProblem problem)
{
    return problem == ArgumentProblem::Missing || problem == ArgumentProblem::SeveralItems
        || problem == ArgumentProblem::OpenBrace;
}

/// What other places of this configuration have in that role, sorted: tables, block lists, endpoints.
QByteArrayList argumentsInUse(catalog::Argument kind, const effective::Values &values,
                              const catalog::Reference &reference);

} // namespace restrictions
