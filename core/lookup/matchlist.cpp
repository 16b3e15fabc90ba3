// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lookup/matchlist.h"

#include "core/base/errortext.h"
#include "core/lookup/braces.h"
#include "core/lookup/folding.h"

namespace lookup {

namespace {

constexpr int maxDepth = 10;

bool isTable(const QByteArray &item)
{
    return !item.startsWith('[') && item.contains(':');
}

} // namespace

MatchList::MatchList(const QByteArray &value, const Opening &opening, Parents parents)
    : m_parents(parents), m_isUtf8(opening.rules.isUtf8)
{
    read(value, opening, false, 0);
}

void MatchList::read(const QByteArray &value, const Opening &opening, bool areNegated, int depth)
{
    for (const QByteArray &word : wordsOf(value)) {
        Item item;
        qsizetype at = 0;
        while (at < word.size() && word[at] == '!')
            ++at;
        item.isNegated = areNegated != (at % 2 != 0);
        const QByteArray text = word.sliced(at);
        if (text.startsWith('/')) {
            const auto file = opening.read ? opening.read(text, syntax::TableKind::KeyValue)
                                           : base::Result<syntax::Table>(base::Error{
                                               base::Error::Code::NotFound, QString::fromUtf8(text), {}});
            if (file && depth < maxDepth) {
                QByteArray names;
                for (const QByteArray &line : file->text().bytes().split('\n')) {
                    if (!line.startsWith('#'))
                        names += line + '\n';
                }
                read(names, opening, item.isNegated, depth + 1);
                continue;
            }
            item.problem = file ? QString::fromUtf8(text) : base::errorText(file.error());
        } else if (isTable(text)) {
            item.map = open(text, opening);
        } else {
            item.name = folded(text, m_isUtf8);
        }
        m_items.append(item);
    }
}

/// What a table is asked: match_hostname() in src/util/match_ops.c.
QByteArrayList MatchList::namesAskedFor(const QByteArray &name) const
{
    QByteArrayList names{name};
    while (m_parents != Parents::None) {
        const qsizetype dot = names.last().indexOf('.', 1);
        if (dot < 0)
            break;
        names.append(names.last().sliced(m_parents == Parents::Domain ? dot + 1 : dot));
    }
    return names;
}

bool MatchList::fits(const QByteArray &item, const QByteArray &name) const
{
    if (item == name)
        return true;
    if (m_parents == Parents::Domain)
        return name.endsWith('.' + item);
    return m_parents == Parents::Dot && item.startsWith('.') && name.endsWith(item);
}

Membership MatchList::find(const QByteArray &name) const
{
    const QByteArray key = folded(name, m_isUtf8);
    for (const Item &item : m_items) {
        if (!item.problem.isEmpty())
            return {.problem = item.problem};
        if (!item.map) {
            if (fits(item.name, key))
                return {.isMember = !item.isNegated};
            continue;
        }
        for (const QByteArray &asked : namesAskedFor(key)) {
            const Answer answer = item.map->find(asked);
            if (answer.isError())
                return {.problem = answer.problem};
            if (answer.isFound())
                return {.isMember = !item.isNegated, .rows = answer.rows};
            // Patterns see the whole name only.
            if (item.map->keys() == Map::Keys::Patterns)
                break;
        }
    }
    return {};
}

} // namespace lookup
