// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/command.h"

#include <QString>

namespace cli {

/// What `postwright-cli table` is asked for.
struct TableCall
{
    enum class Verb : quint8 { Find, Set, Remove, On, Off, Replace, Sort };

    Verb verb = Verb::Find;
    QString folder; ///< -c: whose main.cf says what the table is for
    bool areAliases = false; ///< --aliases
    bool isTrial = false; ///< --dry-run
    QByteArray type;
    QByteArray path;
    QByteArrayList words = {}; ///< behind the table

    QByteArray name() const { return type + ':' + path; }
};

/// Nothing when the call is wrong; then it has been said.
std::optional<TableCall> tableCallFrom(const Invocation &invocation);

} // namespace cli
