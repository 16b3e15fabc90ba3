// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lookup/chainmaps.h"

namespace lookup {

ChainMap::ChainMap(const QByteArray &name, How how, const QList<MapPointer> &maps, const Rules &rules)
    : Map(name, maps.first()->keys(), rules), m_how(how), m_maps(maps)
{
    for (const MapPointer &map : maps) {
        for (const Warning &warning : map->warnings())
            warn(warning.line, map->name() + ": " + warning.text);
    }
}

Answer ChainMap::lookUp(const QByteArray &key) const
{
    return m_how == How::Union ? united(key) : piped(key);
}

Answer ChainMap::united(const QByteArray &key) const
{
    Answer all;
    for (const MapPointer &map : m_maps) {
        Answer one = map->find(key);
        if (one.isError())
            return one;
        all.hitches += one.hitches;
        if (!one.isFound())
            continue;
        all.state = Answer::State::Found;
        if (!all.value.isEmpty())
            all.value += ',';
        all.value += one.value;
        all.rows += one.rows;
        all.choices += one.choices;
    }
    // Nothing but empty values is nothing.
    return all.value.isEmpty() ? Answer{.hitches = all.hitches} : all;
}

Answer ChainMap::piped(const QByteArray &key) const
{
    Answer last{.value = key};
    QList<Match> rows;
    QList<Hitch> hitches;
    for (const MapPointer &map : m_maps) {
        last = map->find(last.value);
        hitches += last.hitches;
        if (!last.isFound())
            break;
        rows += last.rows;
    }
    if (last.isFound())
        last.rows = rows;
    last.hitches = hitches;
    return last;
}

Trial ChainMap::tryAllRows(const QByteArray &key) const
{
    Trial all;
    QByteArray asked = key;
    for (const MapPointer &map : m_maps) {
        const Trial one = map->tryAll(asked);
        all.matches += one.matches;
        all.hitches += one.hitches;
        if (m_how == How::Union)
            continue;
        const Answer answer = map->find(asked);
        if (!answer.isFound())
            break;
        asked = answer.value;
    }
    return all;
}

} // namespace lookup
