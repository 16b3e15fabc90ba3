// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editor/commenttoggle.h"

#include "core/syntax/logicallines.h"

#include <algorithm>

namespace ui {

QList<model::Draft::Replacement> commentToggle(const syntax::Text &text, syntax::ByteRange selected)
{
    const qsizetype first = text.lineAt(selected.begin);
    qsizetype last = text.lineAt(selected.end);
    if (last > first && text.lineStart(last) == selected.end)
        --last; // a selection that ends at the start of a line does not mean that line

    const qsizetype begin = text.lineStart(first);
    const QByteArray bytes = text.bytes({begin, text.lineStart(last + 1)});
    QList<qsizetype> starts;
    for (qsizetype at = 0; at < bytes.size(); at = syntax::physicalLineAt(bytes, at).end) {
        if (!syntax::trimmed(bytes, syntax::physicalLineAt(bytes, at)).isEmpty())
            starts.append(at);
    }
    const bool allOff =
        std::all_of(starts.begin(), starts.end(), [&](qsizetype at) { return bytes[at] == '#'; });
    const bool allSpaced = allOff && std::all_of(starts.begin(), starts.end(), [&](qsizetype at) {
                               return at + 1 < bytes.size() && bytes[at + 1] == ' ';
                           });

    QList<model::Draft::Replacement> replacements;
    replacements.reserve(starts.size());
    for (const qsizetype at : starts) {
        const qsizetype place = begin + at;
        if (allOff)
            replacements.append(model::Draft::Replacement{{place, place + (allSpaced ? 2 : 1)}, {}});
        else
            replacements.append(model::Draft::Replacement{{place, place}, "#"});
    }
    return replacements;
}

} // namespace ui
