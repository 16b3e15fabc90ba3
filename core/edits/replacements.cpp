// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/edits/replacements.h"

namespace edits {

void replaceInMainCf(model::Draft &draft, const Replacements &replacements)
{
    constexpr qsizetype most = 64;
    if (replacements.size() <= most) {
        draft.replaceAll(model::FileId::MainCf, replacements);
        return;
    }
    const QByteArrayView text = draft.mainCf().text();
    const syntax::ByteRange whole{replacements.first().range.begin, replacements.last().range.end};
    QByteArray bytes;
    qsizetype at = whole.begin;
    for (const Replacement &replacement : replacements) {
        bytes += text.sliced(at, replacement.range.begin - at);
        bytes += replacement.bytes;
        at = replacement.range.end;
    }
    draft.replace(model::FileId::MainCf, whole, bytes);
}

} // namespace edits
