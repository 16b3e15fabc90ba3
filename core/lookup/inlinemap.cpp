// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lookup/inlinemap.h"

#include "core/lookup/braces.h"
#include "core/lookup/folding.h"
#include "core/syntax/logicallines.h"

namespace lookup {

using syntax::isSpace;

namespace {

/// The end of a name, which may have blanks and '=' in quotes: split_qnameval() in src/util/split_qnameval.c.
qsizetype nameEnd(QByteArrayView text)
{
    bool isQuoted = false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '\\')
            ++at;
        else if (c == '"')
            isQuoted = !isQuoted;
        else if (!isQuoted && (isSpace(c) || c == '='))
            return at;
    }
    return text.size();
}

} // namespace

InlinePairs readInline(const QByteArray &text)
{
    const std::optional<QByteArray> content = withoutBraces(text);
    if (!content || content->isEmpty())
        return {.problem = "bad syntax"};
    InlinePairs found;
    for (const QByteArray &word : wordsOf(*content)) {
        const std::optional<QByteArray> stripped = strippedOfBraces(word);
        if (!stripped && word.startsWith('{'))
            return {.problem = "syntax error after '}' in \"" + word + '"'};
        const QByteArray pair = stripped.value_or(word);
        const qsizetype end = nameEnd(pair);
        const QByteArray rest = pair.sliced(end).trimmed();
        if (!rest.startsWith('='))
            return {.problem = "missing '=' after attribute name"};
        found.pairs.append({pair.first(end), rest.sliced(1).trimmed()});
    }
    if (found.pairs.isEmpty())
        found.problem = "empty table";
    return found;
}

InlineMap::InlineMap(const QByteArray &name, const QList<std::pair<QByteArray, QByteArray>> &pairs,
                     const Rules &rules)
    : Map(name, Keys::Fixed, rules)
{
    for (const auto &[key, value] : pairs)
        m_values.insert(rules.foldsKeys ? folded(key, rules.isUtf8) : key, value);
}

Answer InlineMap::lookUp(const QByteArray &key) const
{
    const auto found = m_values.constFind(key);
    if (found == m_values.constEnd())
        return {};
    return {
        .state = Answer::State::Found, .value = *found, .rows = {Match{.table = name(), .value = *found}}};
}

} // namespace lookup
