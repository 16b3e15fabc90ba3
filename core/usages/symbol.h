// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/changes.h"

namespace usages {

/// Something in a configuration that has a name, which other places refer to.
struct Symbol
{
    enum class Kind : quint8 {
        Parameter, ///< of Postfix, of the user, or a restriction class
        Service, ///< of master.cf, by its name in the first column: also what delivers mail, a transport
        Table ///< a file or a database, by its path or name behind `type:`
    };
    Kind kind = Kind::Parameter;
    QByteArray name;
    bool isNetwork = false; ///< a service of type inet: its name is a port, not what others call it by

    bool operator==(const Symbol &) const = default;
};

/// One place that names a symbol.
struct Usage
{
    enum class Role : quint8 {
        Setting, ///< `name =` in main.cf
        Override, ///< `-o name=` in master.cf
        Reference, ///< $name, ${name}, $(name), ${name?...}
        ClassName, ///< a restriction class, in the list of classes or where a restriction stands
        Service, ///< first column of master.cf
        Value, ///< a value, or a part of one, that names a service
        Row, ///< a row of a table whose result names a service
        Derived, ///< the service at the beginning of a parameter's name: slow_destination_rate_delay
        TableName ///< `type:path`
    };
    Symbol symbol;
    model::Place place; ///< the bytes of the name, no more
    Role role = Role::Reference;
    bool enabled = true; ///< false: a part of something that is commented out

    bool isDefinition() const
    {
        return role == Role::Setting || role == Role::Override || role == Role::Service;
    }
    bool operator==(const Usage &) const = default;
};

using Usages = QList<Usage>;

} // namespace usages
