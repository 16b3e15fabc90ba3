// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tables/questions.h"

#include "core/lookup/braces.h"
#include "core/lookup/site.h"

#include <algorithm>

namespace tables {

using effective::Values;

namespace {

bool isCache(QByteArrayView parameter)
{
    return parameter.endsWith("_cache_database") || parameter.endsWith("_cache_map")
        || parameter == "address_verify_map";
}

/// Nobody asks those: what newaliases(1) makes, and what proxymap(8) may open for others.
bool isOnlyListed(QByteArrayView parameter)
{
    return parameter == "alias_database" || parameter == "proxy_read_maps" || parameter == "proxy_write_maps";
}

bool isTable(const QByteArray &word)
{
    const qsizetype colon = word.indexOf(':');
    return colon > 0 && lookup::isTableType(word.first(colon));
}

QByteArray valueOf(const Values &values, QByteArrayView name, qsizetype service = effective::noService)
{
    const auto value = values.value(name, service);
    return value ? value->expanded : QByteArray();
}

class Askers
{
public:
    explicit Askers(const Values &values) : m_values(values) { }

    QList<Asker> all()
    {
        for (const QByteArray &name : m_values.names())
            read(name, effective::noService);
        for (qsizetype service = 0; service < m_values.services().size(); ++service) {
            for (const QByteArray &name : m_values.differingNames(service))
                read(name, service);
        }
        const auto isBefore = [](const Asker &one, const Asker &other) {
            return std::pair(one.parameter, one.service) < std::pair(other.parameter, other.service);
        };
        std::stable_sort(m_ofParameters.begin(), m_ofParameters.end(), isBefore);
        std::stable_sort(m_ofRestrictions.begin(), m_ofRestrictions.end(), isBefore);
        return m_ofParameters + m_ofRestrictions;
    }

private:
    void read(const QByteArray &name, qsizetype service)
    {
        if (isCache(name) || !m_values.value(name, service))
            return;
        const QByteArrayList words = lookup::wordsOf(valueOf(m_values, name, service));
        Asker own{.parameter = name};
        for (qsizetype i = 0; i < words.size(); ++i) {
            const bool isOfRestriction =
                i > 0 && words[i - 1].startsWith("check_") && words[i - 1].endsWith("_access");
            if (!isTable(words[i]))
                continue;
            if (isOfRestriction)
                add(m_ofRestrictions, Asker{.parameter = words[i - 1], .tables = {words[i]}});
            else
                own.tables.append(words[i]);
        }
        if (own.tables.isEmpty() || !isWorthAsking(name, service))
            return;
        if (service != effective::noService) {
            const effective::Service &one = m_values.services()[service];
            own.service = one.name + '/' + one.type;
        }
        add(m_ofParameters, own);
    }

    /// Defaults only where a person could have written the rows.
    bool isWorthAsking(const QByteArray &name, qsizetype service) const
    {
        if (m_values.kindOf(name) != effective::NameKind::BuiltIn || isOnlyListed(name))
            return false;
        const bool isDefault = m_values.value(name, service)->source == effective::Source::Default;
        return !isDefault || lookup::keyOrderOf(name);
    }

    static void add(QList<Asker> &askers, const Asker &asker)
    {
        if (!askers.contains(asker))
            askers.append(asker);
    }

    const Values &m_values;
    QList<Asker> m_ofParameters;
    QList<Asker> m_ofRestrictions;
};

} // namespace

QList<Asker> askersIn(const Values &values)
{
    return Askers(values).all();
}

QByteArrayList tablesOf(const QList<Asker> &askers)
{
    QByteArrayList names;
    for (const Asker &asker : askers)
        names += asker.tables;
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

// rewrite_tree() in src/trivial-rewrite/rewrite.c.
QByteArray completed(const Values &values, QByteArrayView parameter, const QByteArray &address)
{
    const std::optional<lookup::KeyOrder> order = lookup::keyOrderOf(parameter);
    const bool isWhole = order == lookup::KeyOrder::Address || order == lookup::KeyOrder::Mailbox
        || order == lookup::KeyOrder::AccessAddress || order == lookup::KeyOrder::Transport;
    const qsizetype at = address.lastIndexOf('@');
    if (!isWhole || address.isEmpty() || address == "<>" || at == 0)
        return address;
    if (at < 0)
        return valueOf(values, "append_at_myorigin") == "yes" && order != lookup::KeyOrder::Transport
            ? address + '@' + valueOf(values, "myorigin")
            : address;
    const QByteArray domain = address.sliced(at + 1);
    const bool isShort = !domain.isEmpty() && !domain.contains('.') && !domain.startsWith('[');
    const bool isAppended = valueOf(values, "append_dot_mydomain") == "yes";
    return isShort && isAppended ? address + '.' + valueOf(values, "mydomain") : address;
}

Reply ask(const Values &values, const Asker &asker, const QByteArray &address, OpenTables &tables)
{
    const model::Snapshot &snapshot = values.snapshot();
    const auto &services = values.services();
    const auto own = std::find_if(services.begin(), services.end(), [&](const effective::Service &one) {
        return one.name + '/' + one.type == asker.service;
    });
    const qsizetype service = own == services.end() ? effective::noService : own - services.begin();
    const lookup::Opening opening = lookup::openingOf(values, readerOf(snapshot), service);
    lookup::Opening its = lookup::openingFor(asker.parameter, opening);
    if (asker.parameter.isEmpty())
        its.areAliases = lookup::wordsOf(valueOf(values, "alias_maps")).contains(asker.tables.value(0))
            || lookup::wordsOf(valueOf(values, "alias_database")).contains(asker.tables.value(0));
    QList<lookup::MapPointer> maps;
    for (const QByteArray &name : asker.tables)
        maps.append(tables.open(name, its, snapshot));

    Reply reply{.address = completed(values, asker.parameter, address)};
    const lookup::AddressAnswer found = lookup::findAddress(
        asker.parameter, maps, reply.address, lookup::siteOf(values, asker.parameter, opening, service));
    for (const lookup::Step &step : found.steps) {
        const auto map = std::find_if(maps.begin(), maps.end(), [&](const lookup::MapPointer &one) {
            return one->name() == step.table;
        });
        reply.steps.append(Asked{step, map == maps.end() ? lookup::Trial() : (*map)->tryAll(step.key)});
    }
    reply.answer = found.answer;
    reply.result = found.result;
    if (maps.size() == 1 && asker.parameter.isEmpty())
        reply.warnings = maps.first()->warnings();
    return reply;
}

} // namespace tables
