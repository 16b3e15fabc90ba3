// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/edits/serviceedits.h"
#include "core/edits/servicewriting.h"
#include "core/edits/stanzaplaces.h"

#include <algorithm>

namespace edits {

using syntax::MasterCf;
using syntax::Service;

namespace {

bool isOption(const QByteArray &word)
{
    return word.startsWith('-') && word.size() > 1 && word != "--";
}

/// Only the words that differ, each where it stands.
Replacements inPlace(const MasterCf &file, const Service &service, const QByteArrayList &before,
                     const QByteArrayList &after)
{
    const qsizetype most = std::min(before.size(), after.size());
    qsizetype head = 0;
    while (head < most && before[head] == after[head])
        ++head;
    qsizetype tail = 0;
    while (tail < most - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    const StanzaPlaces places(file, service);
    Replacements made;
    const qsizetype pairs = most - tail;
    for (qsizetype i = head; i < pairs; ++i) {
        if (before[i] != after[i])
            made.append(Replacement{service.arguments[i].range, after[i]});
    }
    for (qsizetype i = pairs; i < before.size() - tail; ++i)
        made.append(places.without(service.arguments[i].range));
    const QByteArrayList extra = after.sliced(pairs, after.size() - tail - pairs);
    if (extra.isEmpty())
        return made;
    if (pairs > 0) {
        const qsizetype at = service.arguments[pairs - 1].range.end;
        made.append(Replacement{{at, at}, ' ' + extra.join(' ')});
    } else if (pairs < before.size()) {
        const qsizetype at = service.arguments[pairs].range.begin;
        made.append(Replacement{{at, at}, extra.join(' ') + ' '});
    }
    return made;
}

/// The words of a service that has none: options behind the command, the others on a line below or, where
/// that can't be, behind the last word.
QList<Replacements> anew(const MasterCf &file, const Service &service, const QByteArrayList &words)
{
    const auto other = std::find_if_not(words.begin(), words.end(), isOption);
    const QByteArrayList options(words.begin(), other);
    const QByteArrayList others(other, words.end());
    const StanzaPlaces places(file, service);
    Replacements first;
    if (!options.isEmpty()) {
        const qsizetype at = service.field(syntax::ServiceField::Command).end;
        first.append(Replacement{{at, at}, ' ' + options.join(' ')});
    }
    if (others.isEmpty())
        return {first};
    const qsizetype end = places.end();
    return {first + Replacements{places.lineBehind(end, others.join(' '))},
            first + Replacements{Replacement{{end, end}, ' ' + others.join(' ')}}};
}

} // namespace

Outcome setServiceArguments(model::Draft &draft, qsizetype index, const QByteArrayList &arguments)
{
    if (const Outcome refused = checkedService(draft, index))
        return refused;
    const MasterCf file = draft.masterCf();
    const Service &service = file.services()[index];
    ServiceMeaning meaning = meaningOf(file, service);
    const QByteArrayList before = meaning.arguments;
    QByteArrayList after;
    for (const QByteArray &argument : arguments) {
        QByteArray written;
        // What is there already stays as it is written.
        if (before.contains(argument))
            written = argument;
        else if (const Outcome refused = writeWord(argument, written))
            return refused;
        after.append(written);
    }
    if (before == after)
        return {};
    const QByteArray subject = arguments.join(' ');
    meaning.arguments = after;
    const ServiceIntent intent{index, index + 1, {meaning}};
    if (!before.isEmpty() && !attempt(draft, intent, {inPlace(file, service, before, after)}, subject))
        return {};

    // Without any words first, and then with the new ones.
    model::Draft trial = draft;
    ServiceMeaning bare = meaning;
    bare.arguments = before;
    while (!bare.arguments.isEmpty()) {
        const Service &now = trial.masterCf().services()[index];
        const StanzaPlaces places(trial.masterCf(), now);
        const Replacement without = places.without(now.arguments.last().range);
        bare.arguments.removeLast();
        if (const Outcome refused = attempt(trial, {index, index + 1, {bare}},
                                            {{without},
                                             places.escapes(false) + Replacements{without},
                                             places.escapes(true) + Replacements{without}},
                                            subject))
            return refused;
    }
    const Service &now = trial.masterCf().services()[index];
    if (const Outcome refused = attempt(trial, intent, anew(trial.masterCf(), now, after), subject))
        return refused;
    draft = trial;
    return {};
}

} // namespace edits
