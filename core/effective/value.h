// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/changes.h"
#include "core/syntax/expansion.h"

#include <QByteArrayList>

#include <optional>

namespace effective {

/// Settings of main.cf rather than those of a service.
inline constexpr qsizetype noService = -1;

/// A service of master.cf that is in force.
struct Service
{
    QByteArray name;
    QByteArray type;
    QByteArray program; ///< its command, without the folder
    qsizetype index = 0; ///< in MasterCf::services()

    bool operator==(const Service &) const = default;
};

/// What decides about a value.
enum class Source : quint8 {
    Default, ///< Postfix itself, at the target's version
    MainCf, ///< the last line of main.cf that sets it
    Override, ///< the last -o of a service that sets it
    Service ///< the service's line in master.cf: service_name, process_name
};

/// Where a name comes from.
enum class NameKind : quint8 {
    BuiltIn,
    ServiceMade, ///< "<transport>_destination_recipient_limit" and the like
    RestrictionClass, ///< named in smtpd_restriction_classes
    UserDefined
};

/// What one of the places that speak of a parameter says.
struct Origin
{
    Source source = Source::Default;
    QByteArray value; ///< not expanded
    std::optional<model::Place> place = {}; ///< the setting or the override; a default has none
};

/// What Postfix uses.
struct Value
{
    QByteArray unexpanded;
    QByteArray expanded;
    Source source = Source::Default;
    NameKind kind = NameKind::UserDefined;
    bool isRaw = false; ///< Postfix takes it as it is written; `expanded` is the same
    bool isBroken =
        false; ///< it can't be expanded, `expanded` is as far as it went: programs that read it do not start

    bool operator==(const Value &) const = default;
};

/// Something that is wrong with a value. Names only: who shows it asks for the places.
struct Finding
{
    enum class Kind : quint8 {
        UndefinedName, ///< `names` have no value: they count as empty
        Cycle, ///< it refers to itself by way of `names`
        TooDeep, ///< more nesting than Postfix takes
        TooLarge, ///< it grows beyond reason
        Malformed ///< `warning` says where
    };
    Kind kind = Kind::Malformed;
    QByteArray name;
    qsizetype service = noService; ///< index into Values::services()
    QByteArrayList names = {};
    QByteArray warning = {}; ///< in Postfix's words

    bool operator==(const Finding &) const = default;
};

} // namespace effective
