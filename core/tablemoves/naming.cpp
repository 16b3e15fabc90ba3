// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tablemoves/naming.h"

#include "core/edits/replacements.h"
#include "core/syntax/expansion.h"
#include "core/syntax/logicallines.h"
#include "core/usages/joinedvalue.h"

#include <algorithm>

namespace tablemoves {

using effective::Values;
using syntax::ByteRange;
using usages::JoinedValue;

namespace {

/// Braces end a word unless they belong to ${name}.
QList<ByteRange> wordsIn(const QByteArray &value)
{
    QList<ByteRange> words;
    const auto ends = [](char c) { return syntax::isSpace(c) || c == ',' || c == '{' || c == '}'; };
    for (qsizetype at = 0; at < value.size();) {
        qsizetype end = at;
        int depth = 0;
        while (end < value.size()) {
            const char c = value[end];
            const bool opens = c == '{' && (depth > 0 || (end > at && value[end - 1] == '$'));
            if (opens)
                ++depth;
            else if (c == '}' && depth > 0)
                --depth;
            else if (depth == 0 && ends(c))
                break;
            ++end;
        }
        if (end > at)
            words.append({at, end});
        at = std::max(end, at + 1);
    }
    return words;
}

/// `$name` and no more: what it stands for is read where it is set.
bool isReference(const QByteArray &word)
{
    return word.startsWith('$')
        && std::all_of(word.begin() + 1, word.end(),
                       [](char c) {
                           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
                               || QByteArrayView("_{}()").contains(c);
                       })
        && (word.count('}') == 0 || word.endsWith('}'));
}

class Renaming
{
public:
    Renaming(const Values &values, const TableName &from, const TableName &to)
        : m_values(values), m_from(from), m_to(to), m_file(tables::fileNamed(values.snapshot(), from.path))
    {
    }

    void read(const JoinedValue &value)
    {
        const QByteArray &text = value.text();
        for (ByteRange word : wordsIn(text)) {
            while (text.sliced(word.begin, word.size()).startsWith("proxy:")
                   || text.sliced(word.begin, word.size()).startsWith("debug:"))
                word.begin += 6;
            const QByteArray raw = text.sliced(word.begin, word.size());
            if (isIt(raw))
                m_replacements.append({value.inFile(word), renamed(raw)});
        }
    }

    const edits::Replacements &replacements() const { return m_replacements; }

private:
    std::optional<QByteArray> expanded(const QByteArray &text) const
    {
        if (!text.contains('$'))
            return text;
        bool isKnown = true;
        const auto result = syntax::expanded(text, [&](QByteArrayView name) -> std::optional<QByteArray> {
            const auto value = m_values.value(name);
            isKnown = isKnown && value;
            return value ? std::optional(value->expanded) : std::nullopt;
        });
        return isKnown ? result : std::nullopt;
    }

    bool isIt(const QByteArray &raw) const
    {
        if ((!raw.contains(':') && !raw.contains('$')) || isReference(raw))
            return false;
        const std::optional<QByteArray> name = expanded(raw);
        const qsizetype colon = name ? name->indexOf(':') : -1;
        if (colon < 0 || name->first(colon) != m_from.type)
            return false;
        const QByteArray path = name->sliced(colon + 1);
        return path == m_from.path || (m_file && tables::fileNamed(m_values.snapshot(), path) == m_file);
    }

    /// `wanted`, with as much of `raw` in front of it as stands for the same.
    QByteArray keeping(const QByteArray &raw, const QByteArray &wanted) const
    {
        for (qsizetype end = raw.size(); end > 0; --end) {
            const char last = raw[end - 1];
            if (last != '/' && last != '}' && last != ':')
                continue;
            const QByteArray kept = raw.first(end);
            const std::optional<QByteArray> meaning = expanded(kept);
            if (meaning && !meaning->isEmpty() && wanted.startsWith(*meaning)
                && wanted.size() > meaning->size())
                return kept + wanted.sliced(meaning->size());
        }
        return wanted;
    }

    QByteArray renamed(const QByteArray &raw) const
    {
        const qsizetype colon = raw.indexOf(':');
        const QByteArray type = raw.first(std::max<qsizetype>(colon, 0));
        if (colon > 0 && !type.contains('$'))
            return m_to.type + ':' + keeping(raw.sliced(colon + 1), m_to.path);
        if (colon > 0 && expanded(type) == m_to.type)
            return type + ':' + keeping(raw.sliced(colon + 1), m_to.path);
        if (colon > 0 && type.count('$') == 1 && !type.contains('{'))
            return m_to.type + ':' + keeping(raw.sliced(colon + 1), m_to.path);
        return keeping(raw, m_to.text());
    }

    const Values &m_values;
    const TableName &m_from;
    const TableName &m_to;
    std::optional<model::FileId> m_file;
    edits::Replacements m_replacements;
};

} // namespace

qsizetype rename(model::Draft &draft, const Values &values, const TableName &from, const TableName &to)
{
    Renaming inMainCf(values, from, to);
    const model::Snapshot before = draft.snapshot();
    const syntax::MainCf &mainCf = before.mainCf();
    for (const syntax::Setting &setting : mainCf.settings())
        inMainCf.read(JoinedValue(mainCf.text(), mainCf.piecesOf(setting)));
    Renaming inMasterCf(values, from, to);
    const syntax::MasterCf &masterCf = before.masterCf();
    for (const syntax::Service &service : masterCf.services()) {
        for (const syntax::Override &option : service.overrides)
            inMasterCf.read(JoinedValue(masterCf.text(), masterCf.piecesOf(option)));
    }
    edits::replaceInMainCf(draft, inMainCf.replacements());
    draft.replaceAll(model::FileId::MasterCf, inMasterCf.replacements());
    return inMainCf.replacements().size() + inMasterCf.replacements().size();
}

} // namespace tablemoves
