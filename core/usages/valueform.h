// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QFlags>
#include <QList>

namespace usages {

/// What a value may name, besides `$name`. A value can be of several forms, one for each parameter that
/// refers to it.
enum class ValueForm : quint16 {
    Nexthop = 0x001, ///< `transport`, `transport:nexthop`
    ServiceName = 0x002, ///< the name of a service and nothing else
    TransportList = 0x004, ///< names of transports
    ServiceList = 0x008, ///< `name/type`, `type`
    ClassList = 0x010, ///< names of restriction classes
    Restrictions = 0x020, ///< restrictions and their arguments; its tables are access tables
    TransportTables = 0x040, ///< tables whose results are of the form Nexthop
    CheckTables = 0x080 ///< tables whose results are actions, FILTER transport:nexthop among them
};
Q_DECLARE_FLAGS(ValueForms, ValueForm)
Q_DECLARE_OPERATORS_FOR_FLAGS(ValueForms)

/// The forms of a parameter that Postfix has; none for all others.
ValueForms formsOf(QByteArrayView parameter);

/// The names that a service would have for this parameter to be one of its own: "slow" for
/// "slow_time_limit"; none, one or, rarely, two.
QList<QByteArrayView> serviceNamesIn(QByteArrayView parameter);

/// What may follow the name of a service in such a name, with its underscore.
QList<QByteArrayView> derivedSuffixes();

} // namespace usages
