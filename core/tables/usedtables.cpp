// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tables/usedtables.h"

#include "core/restrictions/listtext.h"
#include "core/restrictions/splitting.h"
#include "core/restrictions/stages.h"

#include <algorithm>

namespace tables {

namespace {

using catalog::ValueType;
using effective::noService;
using effective::Source;

constexpr qsizetype deepest = 8; // unions of unions

enum class Holds : quint8 { Nothing, Tables, Patterns, Steps, Anything };

/// Lists of patterns, where a word may be a table: match_list_parse() in src/util/match_list.c.
Holds holdsOf(ValueType type)
{
    switch (type) {
    case ValueType::Table:
    case ValueType::TableList:
        return Holds::Tables;
    case ValueType::AddressMatchList:
    case ValueType::CertMatchList:
    case ValueType::CommandMatchList:
    case ValueType::DomainList:
    case ValueType::DomainMatchList:
    case ValueType::HostMatchList:
    case ValueType::NameMatchList:
    case ValueType::PostscreenAccessList:
    case ValueType::RequiretlsPolicyList:
    case ValueType::RewriteClientList:
        return Holds::Patterns;
    case ValueType::RestrictionList:
        return Holds::Steps;
    default:
        return Holds::Nothing;
    }
}

QByteArray meaningOf(const catalog::Facts &facts)
{
    if (!facts.tableFormat.isEmpty())
        return facts.tableFormat.toByteArray();
    switch (facts.valueType) {
    case ValueType::HostMatchList:
    case ValueType::AddressMatchList:
        return QByteArrayLiteral("addresses");
    case ValueType::DomainMatchList:
    case ValueType::DomainList:
        return QByteArrayLiteral("domains");
    default:
        return holdsOf(facts.valueType) == Holds::Patterns ? QByteArrayLiteral("names") : QByteArray();
    }
}

class Collector
{
public:
    Collector(const effective::Values &values, const catalog::Reference &reference)
        : m_values(values), m_reference(reference)
    {
    }

    void read(const QByteArray &parameter, qsizetype service)
    {
        // proxymap(8) has in its lists what others may ask it for: nothing that is asked by that.
        if (parameter == "proxy_read_maps" || parameter == "proxy_write_maps")
            return;
        const auto value = m_values.value(parameter, service);
        if (!value || value->isBroken)
            return;
        const bool isDefault = value->source == Source::Default;
        if (isDefault
            && (service != noService || (parameter != "alias_maps" && parameter != "alias_database")))
            return;
        const catalog::Facts *facts = m_reference.factsOf(parameter);
        Use use{.parameter = parameter, .isDefault = isDefault};
        if (service != noService)
            use.service = m_values.services()[service].name + '/' + m_values.services()[service].type;
        m_words = {.reference = &m_reference, .classes = restrictions::classesIn(m_values, service)};
        const bool isClass = m_words.classes.contains(parameter);
        const Holds holds = isClass ? Holds::Steps : facts ? holdsOf(facts->valueType) : Holds::Anything;
        const QByteArrayList items = restrictions::itemsOf(value->expanded);
        if (holds == Holds::Tables || holds == Holds::Patterns) {
            use.meaning = meaningOf(*facts);
            use.order = lookup::keyOrderOf(parameter);
            for (const QByteArray &item : items)
                readWord(item, holds, use, 0);
        } else if (holds != Holds::Nothing && value->kind != effective::NameKind::ServiceMade) {
            readSteps(items, holds, use);
        }
    }

    QList<UsedTable> take() { return std::move(m_found); }

private:
    void readSteps(const QByteArrayList &items, Holds holds, const Use &use)
    {
        for (const restrictions::Step &step : restrictions::splitSteps(items, m_words)) {
            Use here = use;
            if (step.form == restrictions::Form::Restriction) {
                if (step.restriction->argument != catalog::Argument::Table)
                    continue;
                here.restriction = step.restriction->name.toByteArray();
                here.meaning = step.restriction->resultFormat.toByteArray();
                if (here.meaning.isEmpty() && here.restriction.endsWith("_access"))
                    here.meaning = "access";
                here.order = lookup::keyOrderOf(here.restriction);
                readWord(step.argument, Holds::Tables, here, 0);
            } else if (step.form == restrictions::Form::Table || holds == Holds::Anything) {
                for (const QByteArray &word : restrictions::itemsOf(step.text))
                    readWord(word, holds, here, 0);
            }
        }
    }

    /// `{ type:name, { option = value } }` stands for the table that it begins with.
    void readWord(QByteArray word, Holds holds, const Use &use, int depth)
    {
        if (depth > deepest)
            return;
        if (word.startsWith('{') && word.endsWith('}') && word.size() > 1) {
            const QByteArrayList inside = restrictions::itemsOf(word.sliced(1, word.size() - 2));
            if (!inside.isEmpty() && !inside.first().startsWith('{'))
                word = inside.first();
        }
        if (holds == Holds::Patterns && word.startsWith('!'))
            word = word.sliced(1);
        const NamedTable table = namedTable(m_values.snapshot(), use.parameter, word);
        if (!isTable(table, holds))
            return;
        Use here = use;
        here.isProxied = word.startsWith("proxy:") || word.startsWith("debug:proxy:");
        UsedTable &entry = entryOf(table);
        if (!entry.uses.contains(here))
            entry.uses.append(here);
        if (entry.meaning.isEmpty())
            entry.meaning = here.meaning;
        if (table.type == "unionmap" || table.type == "pipemap")
            readMembers(table, here, depth);
    }

    void readMembers(const NamedTable &table, const Use &use, int depth)
    {
        if (!table.path.startsWith('{') || !table.path.endsWith('}') || table.path.size() < 2)
            return;
        const QByteArrayList members = restrictions::itemsOf(table.path.sliced(1, table.path.size() - 2));
        entryOf(table).members = members;
        for (qsizetype i = 0; i < members.size(); ++i) {
            Use here = use;
            here.partOf = table.name();
            // A union answers with what each says; a pipe with what the last says, asked with the first key.
            if (table.type == "pipemap" && i + 1 < members.size())
                here.meaning.clear();
            if (table.type == "pipemap" && i > 0)
                here.order.reset();
            readWord(members[i], Holds::Tables, here, depth + 1);
        }
    }

    bool isTable(const NamedTable &table, Holds holds) const
    {
        if (table.type.isEmpty() || table.path.isEmpty())
            return false;
        const catalog::TableType *type = m_reference.tableType(table.type);
        if (!type) // of a build with types of its own; patterns may be addresses with colons
            return holds == Holds::Tables && table.path.startsWith('/');
        if (holds != Holds::Anything)
            return true;
        return type->nameIs == "file" || type->nameIs == "config" || type->nameIs == "tables"
            || table.path.startsWith('{');
    }

    UsedTable &entryOf(const NamedTable &table)
    {
        const auto same = std::find_if(m_found.begin(), m_found.end(), [&](const UsedTable &other) {
            return other.table.type == table.type && other.table.path == table.path;
        });
        if (same != m_found.end()) {
            if (table.kind == model::FileKind::Aliases)
                same->table = table;
            return *same;
        }
        m_found.append(UsedTable{.table = table});
        return m_found.last();
    }

    const effective::Values &m_values;
    const catalog::Reference &m_reference;
    restrictions::Vocabulary m_words;
    QList<UsedTable> m_found;
};

} // namespace

bool UsedTable::isUsedAs(QByteArrayView wanted) const
{
    return std::any_of(uses.begin(), uses.end(), [&](const Use &use) { return use.meaning == wanted; });
}

QList<UsedTable> usedTables(const effective::Values &values, const catalog::Reference &reference)
{
    Collector collector(values, reference);
    for (const QByteArray &name : values.names())
        collector.read(name, noService);
    for (qsizetype i = 0; i < values.services().size(); ++i) {
        for (const QByteArray &name : values.differingNames(i))
            collector.read(name, i);
    }
    return collector.take();
}

std::optional<IndexCommand> indexCommand(const UsedTable &table, const catalog::Reference &reference)
{
    const catalog::TableType *type = reference.tableType(table.table.type);
    if (!type || !type->needsCompile || table.meaning == "cache")
        return {};
    IndexCommand command{.program = "postmap"};
    for (const QByteArrayView suffix : type->fileSuffixes)
        command.suffixes.append(suffix.toByteArray());
    if (table.table.kind == model::FileKind::Aliases)
        command.program = "postalias";
    if (const catalog::TableFormat *format = reference.tableFormat(table.meaning)) {
        for (const QByteArrayView option : format->compileOptions)
            command.options.append(option.toByteArray());
    }
    return command;
}

bool foldsKeys(QByteArrayView type)
{
    static constexpr QByteArrayView others[] = {"regexp",   "pcre",    "cidr", "static",   "randmap",
                                                "unionmap", "pipemap", "tcp",  "socketmap"};
    return std::find(std::begin(others), std::end(others), type) == std::end(others);
}

bool isOrdered(QByteArrayView type)
{
    return type == "regexp" || type == "pcre" || type == "cidr";
}

} // namespace tables
