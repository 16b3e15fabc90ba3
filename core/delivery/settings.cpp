// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/delivery/settings.h"

#include "core/lookup/braces.h"
#include "core/lookup/site.h"

#include <algorithm>

namespace delivery {

namespace {

qsizetype serviceOf(const effective::Values &values, QByteArrayView name)
{
    const auto &services = values.services();
    const auto found = std::find_if(services.begin(), services.end(), [&](const effective::Service &service) {
        return service.name == name && service.type == "unix";
    });
    return found == services.end() ? effective::noService : found - services.begin();
}

} // namespace

FindUser usersOfThisMachine()
{
    const lookup::MapPointer users = lookup::open("unix:passwd.byname", {.read = {}, .isThisMachine = true});
    return [users](const QByteArray &name) -> std::optional<User> {
        const QByteArrayList fields = users->find(name).value.split(':');
        return fields.size() < 6 ? std::nullopt : std::optional(User{fields[0], fields[5]});
    };
}

FindUser usersOf(const QByteArray &passwd)
{
    QHash<QByteArray, User> users;
    for (const QByteArray &line : passwd.split('\n')) {
        const QByteArrayList fields = line.split(':');
        if (fields.size() >= 6 && !fields[0].isEmpty() && !fields[0].startsWith('#'))
            users.insert(fields[0], User{fields[0], fields[5]});
    }
    return [users](const QByteArray &name) {
        const auto found = users.constFind(name);
        return found == users.cend() ? std::nullopt : std::optional(*found);
    };
}

Settings::Settings(const Surroundings &surroundings, QByteArrayView service)
    : m_values(surroundings.values),
      m_open(surroundings.open ? surroundings.open : OpenTable(lookup::open)),
      m_service(serviceOf(surroundings.values, service)),
      m_opening(lookup::openingOf(surroundings.values, surroundings.read, m_service))
{
    m_opening.isThisMachine = surroundings.isThisMachine;
}

QByteArray Settings::text(QByteArrayView name) const
{
    const auto value = m_values.value(name, m_service);
    return value ? value->expanded.trimmed() : QByteArray();
}

bool Settings::contains(QByteArrayView list, QByteArrayView word) const
{
    return lookup::wordsOf(text(list)).contains(word.toByteArray());
}

const Settings::Tables &Settings::tables(QByteArrayView parameter)
{
    const QByteArray name = parameter.toByteArray();
    auto found = m_tables.find(name);
    if (found == m_tables.end()) {
        const lookup::Opening opening = lookup::openingFor(parameter, m_opening);
        Tables opened{.site = lookup::siteOf(m_values, parameter, m_opening, m_service)};
        for (const QByteArray &table : lookup::wordsOf(text(parameter)))
            opened.maps.append(m_open(table, opening));
        found = m_tables.insert(name, opened);
    }
    return *found;
}

lookup::AddressAnswer Settings::find(QByteArrayView parameter, const QByteArray &address)
{
    if (!hasTables(parameter))
        return {};
    const Tables &asked = tables(parameter);
    return lookup::findAddress(parameter, asked.maps, address, asked.site);
}

lookup::AddressAnswer Settings::findKey(QByteArrayView parameter, const QByteArray &key)
{
    if (!hasTables(parameter))
        return {};
    return lookup::findKey(tables(parameter).maps, lookup::AddressKey{key, false, {}});
}

lookup::Membership Settings::find(QByteArrayView list, const QByteArray &name,
                                  lookup::MatchList::Parents parents)
{
    const QByteArray parameter = list.toByteArray();
    auto found = m_lists.find(parameter);
    if (found == m_lists.end())
        found = m_lists.insert(parameter, lookup::MatchList(text(list), m_opening, parents));
    return found->find(name);
}

const lookup::LocalDomains &Settings::localDomains()
{
    if (!m_localDomains)
        m_localDomains = lookup::LocalDomains(m_values, m_service, m_opening);
    return *m_localDomains;
}

} // namespace delivery
