// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/routing/classes.h"

#include "core/syntax/listvalue.h"
#include "core/tables/namedtable.h"

#include <QHash>

#include <algorithm>

namespace routing {

namespace {

QByteArray expanded(const effective::Values &values, const QByteArray &text)
{
    const syntax::Expansion expansion = syntax::expand(
        text,
        [&](QByteArrayView name) -> std::optional<syntax::NamedValue> {
            const auto found = values.value(name);
            return found ? std::optional(syntax::NamedValue(found->unexpanded)) : std::nullopt;
        },
        effective::expansionRules(values.target().version));
    return expansion.text;
}

/// Keys of a table of virtual aliases without an @ are domains; others of it are addresses or users.
bool isDomainKey(const QByteArray &key)
{
    return !key.contains('@') && key.contains('.');
}

/// The domains that the rows of a table are keys for; false when they can't be seen.
bool readTable(const model::Snapshot &snapshot, const tables::NamedTable &named, bool hasAddresses,
               qsizetype item, qsizetype most, QList<Domain> &domains)
{
    const bool hasKeys = named.kind == model::FileKind::KeyValue && named.file;
    const syntax::Table *table = hasKeys ? snapshot.file(*named.file).table() : nullptr;
    if (!table)
        return false;
    // Rows that are no domains are passed over, and there may be very many of them.
    const qsizetype end = std::min(table->rowCount(), 10 * most);
    qsizetype taken = 0;
    for (qsizetype row = 0; row < end && taken < most; ++row) {
        const syntax::Row read = table->row(row);
        const QByteArray key = table->keyOf(read).toLower();
        if (!read.enabled || key.isEmpty() || (hasAddresses && !isDomainKey(key)))
            continue;
        domains.append(Domain{.name = key, .item = item, .table = named.file, .row = row});
        ++taken;
    }
    return taken < most && end == table->rowCount();
}

void readDomains(const effective::Values &values, AddressClass &made, qsizetype most)
{
    const QByteArrayView parameter(domainsParameter(made.kind));
    const auto value = values.value(parameter);
    if (!value)
        return;
    // The default is made of the tables of virtual aliases; that of relay_domains once was mydestination.
    const bool isDefault = value->source == effective::Source::Default;
    if (isDefault && made.kind == ClassKind::Relay)
        return;
    const bool hasAddresses = isDefault && made.kind == ClassKind::VirtualAlias;
    const QByteArray &text = value->unexpanded;
    qsizetype item = -1;
    for (const syntax::ListItem &read : syntax::listItems(text)) {
        ++item;
        const QByteArray said = expanded(values, read.range.in(text).toByteArray());
        const QList<syntax::ListItem> parts = syntax::listItems(said);
        for (const syntax::ListItem &part : parts) {
            const QByteArray word = part.range.in(said).toByteArray();
            if (word.startsWith('/') || word.startsWith('!')) {
                made.unseen.append(word);
            } else if (word.contains(':') && !word.startsWith('[')) {
                const tables::NamedTable named = tables::namedTable(values.snapshot(), parameter, word);
                if (!readTable(values.snapshot(), named, hasAddresses, item, most, made.domains))
                    made.unseen.append(word);
            } else {
                made.domains.append(
                    Domain{.name = word.toLower(), .item = item, .isAlone = parts.size() == 1});
            }
        }
    }
}

QByteArray textOf(const effective::Values &values, const char *parameter, bool isExpanded)
{
    const auto value = parameter ? values.value(parameter) : std::nullopt;
    return !value ? QByteArray() : isExpanded ? value->expanded.trimmed() : value->unexpanded.trimmed();
}

} // namespace

const char *domainsParameter(ClassKind kind)
{
    switch (kind) {
    case ClassKind::Local:
        return "mydestination";
    case ClassKind::VirtualAlias:
        return "virtual_alias_domains";
    case ClassKind::VirtualMailbox:
        return "virtual_mailbox_domains";
    case ClassKind::Relay:
        return "relay_domains";
    case ClassKind::Default:
        break;
    }
    return nullptr;
}

const char *transportParameter(ClassKind kind)
{
    switch (kind) {
    case ClassKind::Local:
        return "local_transport";
    case ClassKind::VirtualMailbox:
        return "virtual_transport";
    case ClassKind::Relay:
        return "relay_transport";
    case ClassKind::Default:
        return "default_transport";
    case ClassKind::VirtualAlias: // its addresses become others before anything is delivered
        break;
    }
    return nullptr;
}

const char *recipientsParameter(ClassKind kind)
{
    switch (kind) {
    case ClassKind::Local:
        return "local_recipient_maps";
    case ClassKind::VirtualAlias:
        return "virtual_alias_maps";
    case ClassKind::VirtualMailbox:
        return "virtual_mailbox_maps";
    case ClassKind::Relay:
        return "relay_recipient_maps";
    case ClassKind::Default:
        break;
    }
    return nullptr;
}

QList<AddressClass> addressClasses(const effective::Values &values, qsizetype most)
{
    QList<AddressClass> classes;
    QHash<QByteArray, QList<ClassKind>> homes;
    for (const ClassKind kind : {ClassKind::Local, ClassKind::VirtualAlias, ClassKind::VirtualMailbox,
                                 ClassKind::Relay, ClassKind::Default}) {
        AddressClass made{.kind = kind};
        if (domainsParameter(kind))
            readDomains(values, made, most);
        made.transport = textOf(values, transportParameter(kind), true);
        if (!textOf(values, recipientsParameter(kind), true).isEmpty())
            made.recipients = textOf(values, recipientsParameter(kind), false);
        for (const Domain &domain : std::as_const(made.domains)) {
            QList<ClassKind> &known = homes[domain.name];
            if (!known.contains(kind))
                known.append(kind);
        }
        classes.append(made);
    }
    for (AddressClass &one : classes) {
        for (Domain &domain : one.domains) {
            domain.alsoIn = homes.value(domain.name);
            domain.alsoIn.removeOne(one.kind);
        }
    }
    return classes;
}

} // namespace routing
