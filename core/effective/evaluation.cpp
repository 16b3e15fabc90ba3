// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/effective/evaluation.h"

#include "core/syntax/logicallines.h"

#include <QSet>

#include <algorithm>

namespace effective {

namespace {

constexpr qsizetype maxStepsInCircle = 10'000; ///< each of its names reads what the others come to

/// Every run of bytes that names are made of, where a name could begin.
template<typename Visit>
void forEachWord(QByteArrayView text, Visit visit)
{
    for (qsizetype at = 0; at < text.size();) {
        const char c = text[at++];
        if (c != '$' && c != '{' && c != '(')
            continue;
        while (at < text.size() && syntax::isSpace(text[at]))
            ++at;
        const qsizetype begin = at;
        while (at < text.size() && syntax::isNameByte(text[at]))
            ++at;
        if (at > begin)
            visit(text.sliced(begin, at - begin));
    }
}

} // namespace

Evaluation::Evaluation(Names &names, const Target &target, Scope scope)
    : m_names(names), m_target(target), m_scope(std::move(scope)), m_rules(expansionRules(target.version))
{
}

void Evaluation::evaluate(const QList<int> &ids)
{
    for (const int id : ids) {
        if (isReady(id))
            continue;
        open(id);
        while (!m_path.isEmpty()) {
            const int current = m_path.last();
            Pending &pending = m_pending[current];
            if (pending.next == pending.references.size()) {
                close(current);
                continue;
            }
            const int reference = pending.references[pending.next++];
            if (const auto other = m_pending.constFind(reference); other != m_pending.cend())
                pending.lowest = std::min(pending.lowest, other->order);
            else if (!isReady(reference))
                open(reference);
        }
    }
}

const Entry *Evaluation::ready(int id) const
{
    const auto found = m_results.constFind(id);
    return found == m_results.cend() ? m_scope.settled(id) : found->get();
}

void Evaluation::open(int id)
{
    Pending pending{.definition = m_scope.definition(id)};
    if (pending.definition)
        pending.references = referencesOf(*pending.definition);
    pending.order = pending.lowest = m_opened++;
    m_pending.insert(id, pending);
    m_path.append(id);
    m_stack.append(id);
}

void Evaluation::close(int id)
{
    m_path.removeLast();
    const Pending &pending = m_pending[id];
    if (!m_path.isEmpty()) {
        int &lowest = m_pending[m_path.last()].lowest;
        lowest = std::min(lowest, pending.lowest);
    }
    if (pending.lowest != pending.order)
        return;
    const qsizetype begin = m_stack.lastIndexOf(id);
    const QList<int> circle = m_stack.sliced(begin);
    m_stack.resize(begin);
    finish(circle);
}

void Evaluation::finish(const QList<int> &circle)
{
    const bool isCircle = circle.size() > 1 || m_pending[circle.first()].references.contains(circle.first());
    QList<EntryPointer> entries;
    for (const int id : circle)
        entries.append(entryFor(m_pending[id], isCircle));
    for (qsizetype i = 0; i < circle.size(); ++i) {
        m_results.insert(circle[i], entries[i]);
        m_pending.remove(circle[i]);
    }
}

QList<int> Evaluation::referencesOf(const Definition &definition)
{
    QList<int> references;
    QSet<int> seen;
    for (const QByteArray &name : madeFrom(definition.made, m_target))
        references.append(m_names.add(name));
    if (!definition.text.contains('$'))
        return references;
    const auto add = [&](QByteArrayView name) {
        const qsizetype before = seen.size();
        const int id = m_names.add(name);
        seen.insert(id);
        if (seen.size() != before)
            references.append(id);
    };
    // A scan stops at a mistake, where reading may pass by in another branch: then anything may be a name.
    if (!syntax::scanNames(definition.text, add, m_rules).isEmpty())
        forEachWord(definition.text, add);
    return references;
}

EntryPointer Evaluation::entryFor(const Pending &pending, bool isCircle)
{
    if (!pending.definition)
        return nullptr;
    const auto entry = std::make_shared<Entry>();
    entry->unexpanded = pending.definition->text;
    entry->source = pending.definition->source;
    entry->isRaw = pending.definition->isRaw;
    entry->references = pending.references;
    if (pending.definition->made != Definition::Made::No) {
        entry->unexpanded = madeText(pending);
        entry->expansion.text = entry->unexpanded;
    } else if (entry->isRaw || !entry->unexpanded.contains('$')) {
        entry->expansion.text = entry->unexpanded;
    } else {
        syntax::ExpansionRules rules = m_rules;
        if (isCircle)
            rules.maxSteps = maxStepsInCircle;
        entry->expansion = syntax::expand(
            entry->unexpanded, [this](QByteArrayView name) { return valueOf(name); }, rules);
    }
    return entry;
}

QByteArray Evaluation::madeText(const Pending &pending)
{
    QByteArrayList values;
    for (const int id : pending.references) {
        if (!isReady(id)) {
            values.append(
                syntax::expand(
                    '$' + m_names[id], [this](QByteArrayView name) { return valueOf(name); }, m_rules)
                    .text);
            continue;
        }
        const Entry *other = ready(id);
        values.append(other && !other->expansion.failed() ? other->expansion.text : QByteArray());
    }
    return madeDefault(pending.definition->made, m_target, values);
}

std::optional<syntax::NamedValue> Evaluation::valueOf(QByteArrayView name)
{
    const int id = m_names.add(name);
    if (isReady(id)) {
        const Entry *entry = ready(id);
        if (!entry)
            return std::nullopt;
        // A raw value is raw only where it is used itself; by name it is expanded like any other.
        if (entry->isRaw && entry->unexpanded.contains('$'))
            return syntax::NamedValue(entry->unexpanded);
        return syntax::NamedValue(entry->unexpanded, &entry->expansion);
    }
    // Part of a circle: its text is read here and now.
    const auto pending = m_pending.constFind(id);
    const std::optional<Definition> definition =
        pending == m_pending.cend() ? m_scope.definition(id) : pending->definition;
    return definition ? std::optional(syntax::NamedValue(definition->text)) : std::nullopt;
}

} // namespace effective
