// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rules/domains.h"

#include "core/lint/assigned.h"
#include "core/lint/listfixes.h"
#include "core/lint/mending.h"
#include "core/lint/restrictionlists.h"
#include "core/lint/tables.h"

#include <algorithm>
#include <array>

namespace lint {

namespace {

using effective::noService;
using model::Place;

/// A domain of an address class, and where it is told.
struct Domain
{
    QByteArray name; ///< in lower case
    std::optional<Place> place = {};
};

struct DomainClass
{
    QList<Domain> domains = {};
    bool isComplete = true; ///< everything that is in it is known

    bool contains(const QByteArray &name) const
    {
        return std::any_of(domains.begin(), domains.end(),
                           [&](const Domain &one) { return one.name == name; });
    }
};

bool isDomainKey(const QByteArray &key)
{
    return !key.contains('@') && key.contains('.');
}

DomainClass domainsOf(const Context &context, const QByteArray &parameter)
{
    DomainClass found;
    const TracedValue &value = context.traced(parameter);
    found.isComplete = !value.isUncertain();
    // The default names the tables whose keys without an @ are domains.
    const bool hasAddresses = parameter == "virtual_alias_domains" && !context.isAssigned(parameter);
    for (const Word &word : value.words()) {
        const auto table = tableIn(context, word);
        if (!table) {
            if (word.text.startsWith('/') || word.text.startsWith('!'))
                found.isComplete = false;
            else
                found.domains.append(Domain{word.text.toLower(), word.place});
            continue;
        }
        if (!table->isKnown || table->isPattern() || table->type == "cidr" || table->type == "static") {
            found.isComplete = false;
            continue;
        }
        for (const TableRow &row : rowsOf(context, *table)) {
            if (!hasAddresses || isDomainKey(row.key))
                found.domains.append(Domain{row.key.toLower(), row.place});
        }
    }
    return found;
}

bool verifiesRecipients(const Context &context)
{
    for (const ListPlace &list : assignedLists(context)) {
        for (const Check &check : checksIn(context, list.parameter, list.service)) {
            if (check.is("reject_unverified_recipient"))
                return true;
        }
    }
    return false;
}

bool isLiteral(const Word &word)
{
    return word.place && !word.text.contains(':') && !word.text.startsWith('/');
}

} // namespace

void domainInTwoClasses(const Context &context, Report &report)
{
    static const std::array<std::pair<QByteArray, QByteArray>, 5> pairs{
        std::pair{QByteArray("mydestination"), QByteArray("virtual_alias_domains")},
        std::pair{QByteArray("mydestination"), QByteArray("virtual_mailbox_domains")},
        std::pair{QByteArray("virtual_alias_domains"), QByteArray("virtual_mailbox_domains")},
        std::pair{QByteArray("virtual_alias_domains"), QByteArray("relay_domains")},
        std::pair{QByteArray("virtual_mailbox_domains"), QByteArray("relay_domains")}};
    for (const auto &[first, second] : pairs) {
        if (second == "relay_domains" && !context.isAssigned(second))
            continue;
        const DomainClass classOfFirst = domainsOf(context, first);
        for (const Domain &domain : domainsOf(context, second).domains) {
            if (classOfFirst.contains(domain.name))
                report
                    .add(context.placeOf(Word{.text = domain.name, .place = domain.place}, second, noService),
                         {domain.name, first})
                    .fixes = removeWords(context, QT_TRANSLATE_NOOP("lint", "Remove it here"),
                                         {Word{.text = domain.name, .place = domain.place}});
        }
    }
}

void relayRecipientsUnchecked(const Context &context, Report &report)
{
    const Assignment *assigned = context.assignment("relay_domains");
    const QList<Word> words = context.traced("relay_domains").words();
    const bool hasDomains = assigned && assigned->definition.text.trimmed() != "$mydestination"
        && std::any_of(words.begin(), words.end(), isLiteral);
    if (hasDomains && context.value("relay_recipient_maps").isEmpty() && !verifiesRecipients(context))
        report.add(assigned->place());
}

void virtualMailboxUnchecked(const Context &context, Report &report)
{
    const Assignment *assigned = context.assignment("virtual_mailbox_domains");
    if (assigned && !context.value("virtual_mailbox_domains").isEmpty()
        && context.value("virtual_mailbox_maps").isEmpty() && !verifiesRecipients(context))
        report.add(assigned->place());
}

void ownNameNotLocal(const Context &context, Report &report)
{
    const Assignment *assigned = context.assignment("mydestination");
    const TracedValue &value = context.traced("mydestination");
    if (!assigned || assigned->isSpoilt || value.isUncertain())
        return;
    QSet<QByteArray> known;
    bool hasTables = false;
    for (const Word &word : value.words()) {
        hasTables = hasTables || word.text.contains(':') || word.text.startsWith('/');
        known.insert(word.text.toLower());
    }
    if (known.isEmpty() || hasTables)
        return;
    for (const char *name : {"virtual_alias_domains", "virtual_mailbox_domains", "relay_domains"}) {
        if (!context.isAssigned(name))
            continue;
        const DomainClass domains = domainsOf(context, name);
        for (const Domain &domain : domains.domains)
            known.insert(domain.name);
        // Where a table may hold the name, nothing is known about it.
        if (!domains.isComplete)
            return;
    }
    QByteArrayList missing;
    if (!known.contains("localhost"))
        missing.append("localhost");
    const QByteArray own = context.value("myhostname").toLower();
    if (context.isAssigned("myhostname") && !context.traced("myhostname").isUncertain() && !own.isEmpty()
        && !known.contains(own))
        missing.append(own);
    if (missing.isEmpty())
        return;
    QByteArrayList added = missing;
    if (const qsizetype index = added.indexOf(own); index >= 0)
        added[index] = "$myhostname";
    report.add(assigned->place(), {missing.join(", ")}).fixes = {
        setValue(*assigned, QT_TRANSLATE_NOOP("lint", "Append what is missing"),
                 assigned->definition.text + ", " + added.join(", "))};
}

void virtualDomainEmpty(const Context &context, Report &report)
{
    const QList<TableUse> tables = tablesOf(context, "virtual_alias_maps");
    const bool areKnown = !tables.isEmpty()
        && tables.size() == context.traced("virtual_alias_maps").words().size()
        && std::all_of(tables.begin(), tables.end(),
                       [](const TableUse &table) { return table.isIndexed() && table.isKnown; });
    if (!context.isAssigned("virtual_alias_domains") || !areKnown)
        return;
    QSet<QByteArray> inhabited;
    for (const TableUse &table : tables) {
        for (const TableRow &row : rowsOf(context, table)) {
            if (row.key.contains('@'))
                inhabited.insert(row.key.sliced(row.key.lastIndexOf('@') + 1).toLower());
        }
    }
    for (const Word &word : context.traced("virtual_alias_domains").words()) {
        if (isLiteral(word) && !inhabited.contains(word.text.toLower()))
            report.add(*word.place, {word.text});
    }
}

void aliasDomainInNoClass(const Context &context, Report &report)
{
    if (!context.isAssigned("mydestination"))
        return;
    QSet<QByteArray> domains;
    QSet<QByteArray> relayed;
    for (const char *name :
         {"mydestination", "virtual_alias_domains", "virtual_mailbox_domains", "relay_domains"}) {
        const DomainClass found = domainsOf(context, name);
        if (!found.isComplete)
            return;
        for (const Domain &domain : found.domains) {
            domains.insert(domain.name);
            if (QByteArrayView(name) == "relay_domains")
                relayed.insert(domain.name);
        }
    }
    const auto isKnown = [&](const QByteArray &domain) {
        return domains.contains(domain)
            || std::any_of(relayed.begin(), relayed.end(),
                           [&](const QByteArray &one) { return domain.endsWith('.' + one); });
    };
    QSet<QByteArray> told;
    for (const TableUse &table : tablesOf(context, "virtual_alias_maps")) {
        if (!table.isKnown || !(table.isIndexed() || table.type == "texthash" || table.type == "inline"))
            continue;
        for (const TableRow &row : rowsOf(context, table)) {
            const qsizetype at = row.key.lastIndexOf('@');
            const QByteArray domain = at < 0 ? QByteArray() : row.key.sliced(at + 1).toLower();
            if (domain.isEmpty() || isKnown(domain) || told.contains(domain))
                continue;
            told.insert(domain);
            const char *title = QT_TRANSLATE_NOOP("lint", "Add the domain to virtual_alias_domains");
            const Assignment *assigned = context.assignment("virtual_alias_domains");
            report.add(row.place, {domain}).fixes = {
                assigned ? appended(*assigned, title, domain)
                         : setParameter(title, "virtual_alias_domains", "$virtual_alias_maps, " + domain)};
        }
    }
}

} // namespace lint
