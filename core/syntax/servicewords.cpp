// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/syntax/servicewords.h"

#include "core/syntax/logicallines.h"

#include <algorithm>

namespace syntax {

namespace {

bool isSeparator(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// The place of the brace that closes the one at `begin`; -1 without one.
qsizetype closingBrace(QByteArrayView text, ByteRange word)
{
    int level = 0;
    for (qsizetype at = word.begin; at < word.end; ++at) {
        if (text[at] == '{')
            ++level;
        else if (text[at] == '}' && --level == 0)
            return at;
    }
    return -1;
}

/// What extpar() with EXTPAR_FLAG_STRIP makes of a word that starts with a brace.
ByteRange insideBraces(QByteArrayView text, ByteRange word)
{
    const qsizetype closing = closingBrace(text, word);
    return trimmed(text, {word.begin + 1, closing < 0 ? word.end : closing});
}

} // namespace

LogicalLine::LogicalLine(QByteArrayView bytes, const Pieces &pieces)
{
    if (pieces.size() > 1) {
        qsizetype size = 0;
        for (const ByteRange &piece : pieces)
            size += piece.size() + 1;
        m_text.reserve(size);
    }
    for (const ByteRange &piece : pieces) {
        // A piece that was commented out may lack the blank that it would need in front.
        if (!m_text.isEmpty() && !isSpace(piece.isEmpty() ? ' ' : bytes[piece.begin]))
            m_text += ' ';
        m_parts.append(Part{m_text.size(), piece});
        if (pieces.size() == 1)
            m_text = QByteArray::fromRawData(piece.in(bytes).data(), piece.size());
        else
            m_text += piece.in(bytes);
    }
    const qsizetype nul = m_text.indexOf('\0');
    if (nul >= 0)
        m_text = m_text.first(nul);
}

ByteRange LogicalLine::inFile(ByteRange range) const
{
    const auto offsetOf = [this](qsizetype at) {
        const auto after =
            std::upper_bound(m_parts.begin(), m_parts.end(), at,
                             [](qsizetype wanted, const Part &part) { return wanted < part.begin; });
        const Part &part = *std::prev(after);
        return part.piece.begin + at - part.begin;
    };
    if (m_parts.isEmpty())
        return {};
    if (!range.isEmpty())
        return {offsetOf(range.begin), offsetOf(range.end - 1) + 1};
    // An empty place stays right behind the byte before it, not at the start of the next line.
    const qsizetype at = range.begin > 0 ? offsetOf(range.begin - 1) + 1 : offsetOf(0);
    return {at, at};
}

ServiceWords serviceWords(QByteArrayView line)
{
    ServiceWords words;
    for (qsizetype at = 0; at < line.size();) {
        if (isSeparator(line[at])) {
            ++at;
            continue;
        }
        const qsizetype begin = at;
        for (int level = 0; at < line.size() && (level > 0 || !isSeparator(line[at])); ++at) {
            if (line[at] == '{')
                ++level;
            else if (line[at] == '}' && level > 0)
                --level;
        }
        words.append(ByteRange{begin, at});
    }
    return words;
}

NameAndValue nameAndValue(QByteArrayView line, ByteRange word)
{
    NameAndValue result;
    ByteRange inside = word;
    if (!word.isEmpty() && line[word.begin] == '{') {
        if (closingBrace(line, word) != word.end - 1)
            return result;
        inside = insideBraces(line, word);
        result.braced = true;
    }
    inside = trimmed(line, inside);
    qsizetype at = inside.begin;
    while (at < inside.end && !isSpace(line[at]) && line[at] != '=')
        ++at;
    result.name = {inside.begin, at};
    while (at < inside.end && isSpace(line[at]))
        ++at;
    if (result.name.isEmpty() || at == inside.end || line[at] != '=')
        return result;
    result.value = trimmed(line, {at + 1, inside.end});
    result.valid = true;
    return result;
}

QByteArrayList normalizedWords(const QByteArrayList &words)
{
    const auto extracted = [](const QByteArray &word) {
        return insideBraces(word, {0, word.size()}).in(word).toByteArray();
    };
    QByteArrayList result = words;
    qsizetype at = 0;
    for (; at < result.size() && result[at].startsWith('-') && result[at] != "--"; ++at) {
        // "-vo" is "-v" and "-o"; any later 'o' counts, also one inside a value.
        const qsizetype option = result[at].indexOf('o', 2);
        if (option > 0) {
            result.insert(at + 1, '-' + result[at].sliced(option));
            result[at].truncate(option);
        }
        // strchr() finds the end of a lone '-' in the list of option letters: the next word is its value.
        const bool isDash = result[at].size() == 1;
        if (!isDash && !result[at].startsWith("-o"))
            continue;
        if (result[at].size() > 2) {
            result.insert(at + 1, result[at].sliced(2));
            result[at].truncate(2);
        } else if (at + 1 == result.size()) {
            continue;
        }
        ++at;
        if (!result[at].startsWith('{'))
            continue;
        result[at] = extracted(result[at]);
        if (isDash)
            continue;
        const QByteArray &inside = result[at];
        // Braces are off already: one that stands inside belongs to the name or the value.
        qsizetype nameEnd = 0;
        while (nameEnd < inside.size() && !isSpace(inside[nameEnd]) && inside[nameEnd] != '=')
            ++nameEnd;
        qsizetype equals = nameEnd;
        while (equals < inside.size() && isSpace(inside[equals]))
            ++equals;
        if (nameEnd > 0 && equals < inside.size() && inside[equals] == '=') {
            const ByteRange value = trimmed(inside, {equals + 1, inside.size()});
            result[at] = inside.first(nameEnd) + '=' + value.in(inside).toByteArray();
        }
    }
    for (; at < result.size(); ++at) {
        if (result[at].startsWith('{'))
            result[at] = extracted(result[at]);
    }
    return result;
}

} // namespace syntax
