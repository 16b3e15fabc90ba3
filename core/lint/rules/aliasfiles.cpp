// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rules/aliasfiles.h"

#include "core/edits/tableedits.h"
#include "core/lint/rowhits.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace lint {

namespace {

struct Alias
{
    QByteArrayList names = {}; ///< the local ones that it expands to
    bool isOnlyItself = false;
    model::Place place = {};
};

using Aliases = QHash<QByteArray, Alias>;

/// Those that can be part of a loop: the first of each name counts.
Aliases aliasesIn(const Context &context)
{
    Aliases aliases;
    const QList<KnownTable> &tables = knownTables(context);
    for (qsizetype i = 0; i < tables.size(); ++i) {
        if (tables[i].kind != syntax::TableKind::Aliases || !tables[i].file)
            continue;
        for (const LocalAlias &local : rowHits(context)[i].localAliases) {
            if (!aliases.contains(local.name))
                aliases.insert(local.name,
                               Alias{.names = local.names,
                                     .isOnlyItself = local.isAlone && local.names.first() == local.name,
                                     .place = {*tables[i].file, local.where}});
        }
    }
    return aliases;
}

/// Groups of names of which each leads to all others: Tarjan's algorithm, without recursion.
class Circles
{
public:
    explicit Circles(const Aliases &aliases) : m_aliases(aliases)
    {
        for (auto it = aliases.cbegin(); it != aliases.cend(); ++it) {
            if (!m_order.contains(it.key()))
                walk(it.key());
        }
    }

    const QList<QByteArrayList> &groups() const { return m_groups; }

private:
    struct Step
    {
        QByteArray name;
        qsizetype next = 0;
    };

    void open(const QByteArray &name)
    {
        m_order.insert(name, m_counter);
        m_lowest.insert(name, m_counter++);
        m_stack.append(name);
        m_onStack.insert(name);
        m_path.append(Step{name});
    }

    void walk(const QByteArray &start)
    {
        open(start);
        while (!m_path.isEmpty()) {
            Step &step = m_path.last();
            const QByteArrayList &names = m_aliases.constFind(step.name)->names;
            if (step.next < names.size()) {
                const QByteArray next = names[step.next++];
                if (!m_aliases.contains(next))
                    continue;
                if (!m_order.contains(next))
                    open(next);
                else if (m_onStack.contains(next))
                    m_lowest[step.name] = std::min(m_lowest[step.name], m_order[next]);
                continue;
            }
            close(QByteArray(step.name));
        }
    }

    void close(const QByteArray &name)
    {
        m_path.removeLast();
        if (!m_path.isEmpty()) {
            int &lowest = m_lowest[m_path.last().name];
            lowest = std::min(lowest, m_lowest[name]);
        }
        if (m_lowest[name] != m_order[name])
            return;
        QByteArrayList group;
        do {
            group.append(m_stack.takeLast());
            m_onStack.remove(group.last());
        } while (group.last() != name);
        if (group.size() > 1)
            m_groups.append(group);
    }

    const Aliases &m_aliases;
    QHash<QByteArray, int> m_order;
    QHash<QByteArray, int> m_lowest;
    QByteArrayList m_stack;
    QSet<QByteArray> m_onStack;
    QList<Step> m_path;
    QList<QByteArrayList> m_groups;
    int m_counter = 0;
};

bool hasName(const syntax::Table &table, QByteArrayView name)
{
    for (qsizetype i = 0; i < table.rowCount(); ++i) {
        const syntax::Row row = table.row(i);
        if (row.enabled && table.keyOf(row).compare(name, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

/// Along the names of a circle, from the one that stands first in the files.
QByteArray pathText(const Aliases &aliases, const QByteArrayList &group)
{
    QByteArrayList path{group.first()};
    while (path.size() <= group.size()) {
        const QByteArrayList &names = aliases.constFind(path.last())->names;
        const auto next = std::find_if(names.begin(), names.end(), [&](const QByteArray &name) {
            return group.contains(name) && (!path.contains(name) || name == path.first());
        });
        if (next == names.end())
            break;
        path.append(*next);
        if (*next == path.first())
            break;
    }
    return path.join(" → ");
}

} // namespace

void aliasLoop(const Context &context, Report &report)
{
    const Aliases aliases = aliasesIn(context);
    const Circles circles(aliases);
    const auto isBefore = [&](const QByteArray &a, const QByteArray &b) {
        const model::Place &first = aliases.constFind(a)->place;
        const model::Place &second = aliases.constFind(b)->place;
        return std::tie(first.file, first.range.begin) < std::tie(second.file, second.range.begin);
    };
    for (QByteArrayList group : circles.groups()) {
        std::sort(group.begin(), group.end(), isBefore);
        report.add(aliases.constFind(group.last())->place, {pathText(aliases, group)});
    }
    for (auto it = aliases.cbegin(); it != aliases.cend(); ++it) {
        if (it->isOnlyItself)
            report.add(it->place, {it.key() + " → " + it.key()});
    }
}

void noPostmaster(const Context &context, Report &report)
{
    std::optional<model::FileId> first;
    for (const TableUse &table : tablesOf(context, "alias_maps")) {
        if (!table.file || !(table.isIndexed() || table.type == "texthash"))
            return;
        if (!first)
            first = table.file;
    }
    if (!first || context.traced("alias_maps").isUncertain())
        return;
    const QList<RowHits> &hits = rowHits(context);
    if (std::any_of(hits.begin(), hits.end(), [](const RowHits &one) { return one.hasPostmaster; }))
        return;
    report.add(model::Place{*first, {0, 0}}).fixes = {
        {QT_TRANSLATE_NOOP("lint", "Send it to root"), [file = *first](model::Draft &draft) {
             const model::File now = draft.snapshot().file(file);
             if (now.table() && now.table()->kind() == syntax::TableKind::Aliases
                 && !hasName(*now.table(), "postmaster"))
                 edits::addRow(draft, file, now.table()->rowCount(), "postmaster", "root");
         }}};
}

} // namespace lint
