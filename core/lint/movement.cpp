// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/movement.h"

#include <algorithm>

namespace lint {

using model::FileId;
using model::Place;
using syntax::ByteRange;

Movement::Edit::Edit(QByteArrayView before, QByteArrayView now)
{
    if (before == now)
        return;
    const auto *const front = std::mismatch(before.begin(), before.end(), now.begin(), now.end()).first;
    begin = front - before.begin();
    while (begin > 0 && before[begin - 1] != '\n')
        --begin;
    const qsizetype most = std::min(before.size(), now.size()) - begin;
    qsizetype back = 0;
    while (back < most && before[before.size() - 1 - back] == now[now.size() - 1 - back])
        ++back;
    end = before.size() - back;
    shift = now.size() - before.size();
    const auto startsLine = [this](QByteArrayView text, qsizetype at) {
        return at == begin || at == text.size() || text[at - 1] == '\n';
    };
    while (!startsLine(before, end) || !startsLine(now, end + shift))
        ++end;
}

std::optional<ByteRange> Movement::Edit::moved(ByteRange range) const
{
    const bool isStart = range.isEmpty() && range.begin == 0;
    if (isNone() || isStart || range.end < begin || (range.end == begin && !range.isEmpty()))
        return range;
    if (range.begin >= end)
        return ByteRange{range.begin + shift, range.end + shift};
    return std::nullopt;
}

Movement::Movement(const model::Snapshot &before, const model::Snapshot &now)
    : m_mainCf(before.mainCf().text(), now.mainCf().text()),
      m_masterCf(before.masterCf().text(), now.masterCf().text())
{
}

std::optional<Place> Movement::moved(const Place &place) const
{
    if (place.file != FileId::MainCf && place.file != FileId::MasterCf)
        return place;
    const auto range = (place.file == FileId::MainCf ? m_mainCf : m_masterCf).moved(place.range);
    return range ? std::optional(Place{place.file, *range}) : std::nullopt;
}

std::optional<Finding> Movement::moved(Finding finding) const
{
    const auto move = [this](Place &place) {
        const auto now = moved(place);
        if (now)
            place = *now;
        return now.has_value();
    };
    if (finding.unopened.isEmpty() && !move(finding.place))
        return std::nullopt;
    for (qsizetype i = 0; i < finding.related.size(); ++i) {
        if (!move(finding.related[i]))
            return std::nullopt;
    }
    for (qsizetype i = 0; i < finding.fixes.size(); ++i) {
        if (!finding.fixes[i].moved)
            continue;
        const auto fix = Fix(finding.fixes[i]).moved(*this);
        if (!fix)
            return std::nullopt;
        finding.fixes[i] = *fix;
    }
    return finding;
}

} // namespace lint
