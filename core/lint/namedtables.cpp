// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/namedtables.h"

#include "core/lint/restrictionlists.h"
#include "core/syntax/listvalue.h"

#include <algorithm>

namespace lint {

namespace {

using catalog::ValueType;
using effective::noService;
using syntax::TableKind;

struct NamedTables
{
    QList<NamedTable> tables;
};

struct KnownTables
{
    QList<KnownTable> tables;
};

/// The parameters that may name tables, besides access lists.
struct TableParameters
{
    QByteArrayList names;
};

TableRoles checksRole(const QByteArray &parameter, QByteArrayView format)
{
    TableRoles roles = parameter.endsWith("body_checks") ? TableRole::BodyChecks : TableRole::HeaderChecks;
    if (format == "smtp_header_checks")
        return roles | TableRole::ClientChecks;
    return roles | (format == "milter_header_checks" ? TableRole::MilterChecks : TableRole::CleanupChecks);
}

TableRoles rolesOf(const Context &context, const QByteArray &parameter)
{
    static const QHash<QByteArray, TableRole> byFormat{{"aliases", TableRole::Aliases},
                                                       {"virtual", TableRole::VirtualAliases},
                                                       {"canonical", TableRole::Canonical},
                                                       {"generic", TableRole::Generic},
                                                       {"transport", TableRole::Transport},
                                                       {"sender_relayhost", TableRole::SenderRelayhost},
                                                       {"tls_policy", TableRole::TlsPolicy},
                                                       {"sender_login", TableRole::Logins},
                                                       {"delivery_status_filter", TableRole::StatusFilter},
                                                       {"postscreen_access", TableRole::Addresses},
                                                       {"address_list", TableRole::Addresses},
                                                       {"recipient_list", TableRole::DomainList}};
    const catalog::Facts *facts = context.factsOf(parameter);
    if (!facts)
        return {};
    if (facts->tableFormat.endsWith("_checks"))
        return checksRole(parameter, facts->tableFormat);
    const auto found = byFormat.constFind(facts->tableFormat.toByteArray());
    if (found != byFormat.cend())
        return *found;
    switch (facts->valueType) {
    case ValueType::HostMatchList:
    case ValueType::RewriteClientList:
        return TableRole::Addresses;
    case ValueType::DomainMatchList:
    case ValueType::DomainList:
        return TableRole::DomainList;
    default:
        return {};
    }
}

enum class Holds : quint8 { Nothing, Tables, Patterns };

/// Whether every word of the parameter is a table, or some may be.
Holds holdsTables(const Context &context, const QByteArray &parameter)
{
    static const QSet<ValueType> lists{ValueType::AddressMatchList,     ValueType::CertMatchList,
                                       ValueType::DomainMatchList,      ValueType::DomainList,
                                       ValueType::HostMatchList,        ValueType::NameMatchList,
                                       ValueType::RewriteClientList,    ValueType::PostscreenAccessList,
                                       ValueType::RequiretlsPolicyList, ValueType::CommandMatchList};
    const catalog::Facts *facts = context.factsOf(parameter);
    if (!facts || facts->valueType == ValueType::RestrictionList)
        return Holds::Nothing;
    // proxymap(8) takes from its lists what is a table, and leaves the rest.
    if (parameter == "proxy_read_maps" || parameter == "proxy_write_maps")
        return Holds::Patterns;
    if (facts->valueType == ValueType::Table || facts->valueType == ValueType::TableList)
        return Holds::Tables;
    return lists.contains(facts->valueType) ? Holds::Patterns : Holds::Nothing;
}

TableParameters tableParameters(const Context &context)
{
    if (const auto *known = context.previous<TableParameters>())
        return *known;
    TableParameters parameters;
    for (const catalog::Facts &facts : context.reference().parameters()) {
        const QByteArray name = facts.name.toByteArray();
        if (holdsTables(context, name) != Holds::Nothing)
            parameters.names.append(name);
    }
    return parameters;
}

/// A word in front of the first colon, where an address of IPv6 has a group of digits.
bool looksLikeType(const Context &context, const TableUse &table)
{
    if (context.reference().tableType(table.type))
        return true;
    const bool isWord = std::all_of(table.type.begin(), table.type.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    });
    return isWord && table.name.startsWith('/');
}

class Collector
{
public:
    explicit Collector(const Context &context) : m_context(context) { }

    void addParameter(const QByteArray &parameter, qsizetype service)
    {
        const Holds holds = holdsTables(m_context, parameter);
        if (holds == Holds::Nothing)
            return;
        const TableRoles roles = rolesOf(m_context, parameter);
        for (Word word : m_context.traced(parameter, service).words()) {
            if (holds == Holds::Patterns && word.text.startsWith('!')) {
                word.text = word.text.sliced(1);
                word.isWhole = false;
            }
            add(word, parameter, service, roles, holds == Holds::Patterns);
        }
    }

    void addChecks(const ListPlace &list)
    {
        for (const Check &check : checksIn(m_context, list.parameter, list.service)) {
            if (check.form == Check::Form::BareTable)
                add(check.word, list.parameter, list.service, {}, true);
            const bool hasTable = check.form == Check::Form::Known && !check.arguments.isEmpty()
                && check.restriction->argument == catalog::Argument::Table;
            const bool isAccess = check.name.startsWith("check_") && check.name.endsWith("_access");
            if (hasTable)
                add(check.arguments.first(), list.parameter, list.service,
                    isAccess ? TableRoles(TableRole::Access) : TableRoles(), false);
        }
    }

    NamedTables take() { return {m_tables}; }

private:
    void add(const Word &word, const QByteArray &parameter, qsizetype service, TableRoles roles,
             bool mayBeElse, bool isPart = false)
    {
        const auto use = tableIn(m_context, word);
        if (!use || (mayBeElse && !looksLikeType(m_context, *use)))
            return;
        m_tables.append(NamedTable{*use, parameter, service, roles, isPart});
        static const QSet<QByteArray> composites{"unionmap", "pipemap", "randmap"};
        if (!composites.contains(use->type) || !use->name.startsWith('{') || use->type == "randmap")
            return;
        // Each table of a union answers as the union does; of a pipe, only the last one.
        const QByteArray inside = use->name.sliced(1, use->name.size() - (use->name.endsWith('}') ? 2 : 1));
        const QList<syntax::ListItem> items = syntax::listItems(inside);
        for (const syntax::ListItem &item : items) {
            const Word part{
                .text = item.range.in(inside).toByteArray(), .place = word.place, .isWhole = false};
            const bool isAnswer = use->type == "unionmap";
            add(part, parameter, service, isAnswer ? roles : TableRoles(), true, true);
        }
    }

    const Context &m_context;
    QList<NamedTable> m_tables;
};

NamedTables collected(const Context &context)
{
    Collector collector(context);
    for (const QByteArray name : {"alias_maps", "alias_database"}) {
        if (!context.isAssigned(name))
            collector.addParameter(name, noService);
    }
    for (const QByteArray &name : context.once<TableParameters>(tableParameters).names)
        context.note(name);
    for (qsizetype i = 0; i < context.assignmentCount(); ++i) {
        const Assignment &assignment = context.assignmentAt(i);
        if (holdsTables(context, assignment.name) != Holds::Nothing && context.judgedAt(i))
            collector.addParameter(assignment.name, assignment.service);
    }
    for (const ListPlace &list : assignedLists(context))
        collector.addChecks(list);
    return collector.take();
}

std::optional<TableKind> kindOf(const NamedTable &table)
{
    if (table.use.isPattern())
        return TableKind::Pattern;
    if (table.use.type == "cidr")
        return TableKind::Cidr;
    if (table.use.isIndexed() || table.use.type == "texthash" || table.use.type == "inline"
        || table.use.type == "static")
        return TableKind::KeyValue;
    return std::nullopt;
}

/// The items between the braces as lines of a file.
QByteArray rowsInBraces(const QByteArray &name)
{
    if (!name.startsWith('{') || !name.endsWith('}'))
        return {};
    const QByteArray inside = name.sliced(1, name.size() - 2);
    QByteArray lines;
    for (const syntax::ListItem &item : syntax::listItems(inside)) {
        if (item.isGroup && item.range.size() > 2)
            lines += item.range.in(inside).sliced(1, item.range.size() - 2).trimmed().toByteArray() + '\n';
    }
    return lines;
}

QByteArray pairsAsRows(const Context &context, const TableUse &use)
{
    QByteArray lines;
    for (const TableRow &row : rowsOf(context, use)) {
        if (!row.key.contains(' ') && !row.key.contains('\t'))
            lines += (row.key.isEmpty() ? QByteArray("static") : row.key) + '\t' + row.value + '\n';
    }
    return lines;
}

std::shared_ptr<const syntax::Table> contentOf(const Context &context, const NamedTable &table,
                                               TableKind kind)
{
    using syntax::Text;
    if (table.use.name.startsWith('{') || table.use.type == "static" || table.use.type == "inline") {
        const QByteArray lines =
            kind == TableKind::KeyValue ? pairsAsRows(context, table.use) : rowsInBraces(table.use.name);
        return std::make_shared<const syntax::Table>(Text(lines, Text::Layout::Chunked), kind);
    }
    if (!table.use.file)
        return nullptr;
    const model::File &file = context.file(*table.use.file);
    if (const auto *previous = context.previous<KnownTables>()) {
        for (const KnownTable &before : previous->tables) {
            if (before.file == table.use.file && before.kind == kind && before.content->text() == file.text())
                return before.content;
        }
    }
    const syntax::Table *index = file.table();
    if (index && index->kind() == kind)
        return std::make_shared<const syntax::Table>(*index);
    return std::make_shared<const syntax::Table>(Text(file.text().bytes(), Text::Layout::Chunked), kind);
}

KnownTables known(const Context &context)
{
    KnownTables all;
    QSet<model::FileId> aliases;
    for (const NamedTable &table : namedTables(context)) {
        if (table.roles.testFlag(TableRole::Aliases) && table.use.file)
            aliases.insert(*table.use.file);
    }
    for (const NamedTable &table : namedTables(context)) {
        std::optional<TableKind> kind = kindOf(table);
        if (!kind || (!table.use.file && !table.use.isKnown && !table.use.name.startsWith('{')))
            continue;
        if (kind == TableKind::KeyValue && table.use.file && aliases.contains(*table.use.file))
            kind = TableKind::Aliases;
        const auto same = std::find_if(all.tables.begin(), all.tables.end(), [&](const KnownTable &one) {
            return one.kind == *kind && one.named.use.type == table.use.type
                && (one.file ? one.file == table.use.file
                             : one.named.use.name == table.use.name
                            && one.named.place(context) == table.place(context));
        });
        if (same != all.tables.end()) {
            same->roles |= table.roles;
            continue;
        }
        if (const auto content = contentOf(context, table, *kind))
            all.tables.append(KnownTable{table, table.roles, *kind, content, table.use.file});
    }
    return all;
}

} // namespace

const QList<NamedTable> &namedTables(const Context &context)
{
    return context.once<NamedTables>(collected).tables;
}

const QList<KnownTable> &knownTables(const Context &context)
{
    return context.once<KnownTables>(known).tables;
}

} // namespace lint
