// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/effective/values.h"
#include "core/lookup/addresslookup.h"
#include "core/lookup/localdomains.h"

#include <QHash>

#include <optional>

namespace delivery {

/// A user of the server.
struct User
{
    QByteArray name;
    QByteArray home;
};
/// Nothing for a name that is no user's.
using FindUser = std::function<std::optional<User>(const QByteArray &name)>;

/// The users in the text of a passwd(5) file.
FindUser usersOf(const QByteArray &passwd);
/// The users of this machine, wherever it keeps them.
FindUser usersOfThisMachine();

/// Opens a table, for those who keep tables open.
using OpenTable = std::function<lookup::MapPointer(const QByteArray &name, const lookup::Opening &opening)>;

/// A configuration and what can be seen of its server.
struct Surroundings
{
    effective::Values values;
    lookup::ReadTable read = {}; ///< text of tables and of files with addresses
    FindUser findUser = {}; ///< empty where the users can't be seen from here
    bool isThisMachine = false; ///< the users of this machine are those of the server
    OpenTable open = {}; ///< empty: lookup::open()
};

/// The values and the tables of one service. Tables are opened when they are first asked, so one thread at a
/// time may use it.
class Settings
{
public:
    /// For the service of that name, and type unix; without one, what main.cf says.
    Settings(const Surroundings &surroundings, QByteArrayView service);

    QByteArray text(QByteArrayView name) const;
    bool isYes(QByteArrayView name) const { return text(name).toLower() == "yes"; }
    int number(QByteArrayView name) const { return text(name).toInt(); }
    bool contains(QByteArrayView list, QByteArrayView word) const;

    bool hasTables(QByteArrayView parameter) const { return !text(parameter).isEmpty(); }
    /// Everything that Postfix asks for an address.
    lookup::AddressAnswer find(QByteArrayView parameter, const QByteArray &address);
    /// One key only.
    lookup::AddressAnswer findKey(QByteArrayView parameter, const QByteArray &key);
    lookup::Membership find(QByteArrayView list, const QByteArray &name, lookup::MatchList::Parents parents);
    const lookup::LocalDomains &localDomains();

private:
    struct Tables
    {
        QList<lookup::MapPointer> maps = {};
        lookup::Site site = {};
    };
    const Tables &tables(QByteArrayView parameter);

    effective::Values m_values;
    OpenTable m_open;
    qsizetype m_service;
    lookup::Opening m_opening;
    QHash<QByteArray, Tables> m_tables;
    QHash<QByteArray, lookup::MatchList> m_lists;
    std::optional<lookup::LocalDomains> m_localDomains;
};

} // namespace delivery
