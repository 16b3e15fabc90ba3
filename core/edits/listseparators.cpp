// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/edits/listseparators.h"

#include "core/syntax/listvalue.h"

#include <algorithm>

namespace edits {

namespace {

using syntax::ByteRange;
using syntax::ListItem;

/// How many commas follow each item.
QList<qsizetype> commasBehind(const QByteArray &value)
{
    QList<qsizetype> counts;
    const QList<ListItem> items = syntax::listItems(value);
    for (qsizetype i = 0; i < items.size(); ++i) {
        const qsizetype end = i + 1 < items.size() ? items[i + 1].range.begin : value.size();
        const QByteArrayView gap = ByteRange{items[i].range.end, end}.in(value);
        counts.append(std::count(gap.begin(), gap.end(), ','));
    }
    return counts;
}

/// Where the commas behind each item are: in the value's own text, so not in the comments between its lines.
QList<QList<qsizetype>> commaPlaces(QByteArrayView text, const QList<ByteRange> &pieces,
                                    const QList<ListItem> &items)
{
    QList<QList<qsizetype>> places(items.size());
    qsizetype item = -1; // the one that is behind us
    for (const ByteRange &piece : pieces) {
        for (qsizetype at = piece.begin; at < piece.end; ++at) {
            while (item + 1 < items.size() && items[item + 1].range.end <= at)
                ++item;
            const bool isWithinNext = item + 1 < items.size() && items[item + 1].range.begin <= at;
            if (item >= 0 && !isWithinNext && text[at] == ',')
                places[item].append(at);
        }
    }
    return places;
}

} // namespace

Replacements separatorsAs(const syntax::MainCf &file, qsizetype index, const QByteArray &meant)
{
    const syntax::Setting &setting = file.settings().at(index);
    const QList<ByteRange> pieces = file.piecesOf(setting);
    const QList<ListItem> items = syntax::listItems(file.text(), pieces);
    const QList<qsizetype> wanted = commasBehind(meant);
    const QList<QList<qsizetype>> places = commaPlaces(file.text(), pieces, items);
    Replacements replacements;
    if (items.size() != wanted.size())
        return replacements;
    for (qsizetype i = 0; i < items.size(); ++i) {
        const qsizetype end = i + 1 < items.size() ? items[i + 1].range.begin : setting.value.end;
        const QList<qsizetype> &commas = places[i];
        const qsizetype missing = wanted[i] - commas.size();
        if (missing > 0)
            replacements.append({{items[i].range.end, items[i].range.end}, QByteArray(missing, ',')});
        // Where no blank is left between two items, the comma becomes one.
        for (qsizetype k = std::max<qsizetype>(0, wanted[i]); k < commas.size(); ++k) {
            const bool isAlone = i + 1 < items.size() && end - items[i].range.end == commas.size();
            replacements.append({{commas[k], commas[k] + 1}, isAlone ? " " : ""});
        }
    }
    return replacements;
}

} // namespace edits
