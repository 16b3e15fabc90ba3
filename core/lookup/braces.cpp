// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lookup/braces.h"

#include "core/syntax/listvalue.h"
#include "core/syntax/logicallines.h"

namespace lookup {

qsizetype bracedSize(QByteArrayView text)
{
    int level = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        level += text[at] == '{' ? 1 : text[at] == '}' ? -1 : 0;
        if (level <= 0)
            return level == 0 && at > 0 ? at + 1 : 0;
    }
    return 0;
}

std::optional<QByteArray> withoutBraces(QByteArrayView text)
{
    if (text.isEmpty() || bracedSize(text) != text.size())
        return std::nullopt;
    return text.sliced(1, text.size() - 2).toByteArray();
}

std::optional<QByteArray> strippedOfBraces(QByteArrayView text)
{
    const std::optional<QByteArray> content = withoutBraces(text);
    return content ? std::optional(content->trimmed()) : std::nullopt;
}

QByteArrayList wordsOf(const QByteArray &text)
{
    QByteArrayList words;
    for (const syntax::ListItem &item : syntax::listItems(text))
        words.append(item.range.in(text).toByteArray());
    return words;
}

} // namespace lookup
