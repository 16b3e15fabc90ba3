// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/syntax/commentedsetting.h"

#include "core/syntax/logicallines.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace syntax {

namespace {

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isNameByte(char c)
{
    return isLetter(c) || isDigit(c) || c == '_' || c == '-' || c == '.';
}

/// Columns of blanks in front of the first other byte; a tab reaches to the next multiple of eight.
qsizetype columnsOf(QByteArrayView blanks)
{
    qsizetype columns = 0;
    for (const char c : blanks)
        columns = c == '\t' ? (columns / 8 + 1) * 8 : columns + 1;
    return columns;
}

/// Where the text behind the '#'s starts.
struct Uncommented
{
    ByteRange hashes;
    ByteRange text;
};

Uncommented uncommented(QByteArrayView bytes, ByteRange line)
{
    qsizetype at = line.begin;
    while (at < line.end && bytes[at] == '#')
        ++at;
    const ByteRange hashes{line.begin, at};
    while (at < line.end && isSpace(bytes[at]))
        ++at;
    return {hashes, {at, line.end}};
}

/// All parameters of Postfix whose names have no underscore.
bool isOneWordParameter(QByteArrayView name)
{
    constexpr std::array<std::string_view, 8> names = {
        "biff", "mydestination", "mydomain", "myhostname", "mynetworks", "myorigin", "relayhost", "stress"};
    const std::string_view wanted(name.data(), static_cast<size_t>(name.size()));
    return std::find(names.begin(), names.end(), wanted) != names.end();
}

bool looksLikeName(QByteArrayView name, bool touched)
{
    if (name.size() < 2 || !isLetter(name.front()) || !(isLetter(name.back()) || isDigit(name.back())))
        return false;
    if (name.contains('_') || isOneWordParameter(name))
        return true;
    return touched && std::none_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// "yes is deprecated", "host\" when ...": the name stood at the start of a line of prose.
bool looksLikeSentence(QByteArrayView value)
{
    if (value.startsWith('=') || std::count(value.begin(), value.end(), '"') % 2 != 0)
        return true;
    return value.startsWith("yes ") || value.startsWith("no ");
}

/// A word that is no word of a sentence: hash:/etc/x, $mydomain, 10.0.0.0/8, permit_mynetworks, a,
bool looksLikeItem(QByteArrayView word)
{
    if (word.endsWith("..."))
        return false;
    const QByteArrayView inner = word.first(word.size() - 1);
    return word.endsWith(',')
        || std::any_of(word.begin(), word.end(),
                       [](char c) { return isDigit(c) || QByteArrayView("_/$[{}=@|>").contains(c); })
        || inner.contains('.') || inner.contains(':');
}

bool looksLikeItems(QByteArrayView text)
{
    bool isOneWord = true;
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = at;
        while (end < text.size() && !isSpace(text[end]))
            ++end;
        isOneWord = isOneWord && end == text.size();
        const QByteArrayView word = text.sliced(at, end - at);
        const bool isPlainWord = isOneWord && std::all_of(word.begin(), word.end(), isNameByte)
            && isLetter(word.front()) && word.back() != '.';
        if (!isPlainWord && !looksLikeItem(word))
            return false;
        at = end;
        while (at < text.size() && isSpace(text[at]))
            ++at;
    }
    return true;
}

} // namespace

std::optional<CommentedName> commentedName(QByteArrayView bytes, ByteRange text)
{
    const Uncommented inner = uncommented(bytes, text);
    qsizetype at = inner.text.begin;
    while (at < inner.text.end && isNameByte(bytes[at]))
        ++at;
    CommentedName found;
    found.name = {inner.text.begin, at};
    while (at < inner.text.end && isSpace(bytes[at]))
        ++at;
    if (at == inner.text.end || bytes[at] != '=')
        return {};
    const bool touched = found.name.begin == inner.hashes.end;
    if (!looksLikeName(found.name.in(bytes), touched))
        return {};
    ++at;
    while (at < inner.text.end && isSpace(bytes[at]))
        ++at;
    found.value = {at, inner.text.end};
    if (looksLikeSentence(found.value.in(bytes)))
        return {};
    if (found.value.isEmpty() && at < bytes.size() && (bytes[at] == ' ' || bytes[at] == '\t'))
        found.value = {at + 1, at + 1};
    found.hashes = inner.hashes.size();
    found.indent = columnsOf(bytes.sliced(inner.hashes.end, found.name.begin - inner.hashes.end));
    return found;
}

CommentedValue::CommentedValue(QByteArrayView bytes, const CommentedName &head)
    : m_hashes(head.hashes),
      m_indent(head.indent),
      m_startsBelow(head.value.isEmpty()),
      m_expectsMore(m_startsBelow || bytes[head.value.end - 1] == ',')
{
}

CommentedValue::Verdict CommentedValue::next(QByteArrayView bytes, ByteRange line, ByteRange &text)
{
    const Uncommented inner = uncommented(bytes, line);
    if (inner.hashes.size() < m_hashes)
        return Ends;
    if (inner.hashes.size() > m_hashes || inner.text.isEmpty() || bytes[inner.text.begin] == '#')
        return Unsure;
    const qsizetype indent = columnsOf(bytes.sliced(inner.hashes.end, inner.text.begin - inner.hashes.end));
    // One blank more is how prose is set off, so that alone does not show that the value goes on.
    const bool isDeep = indent > m_indent + 1;
    if (indent <= m_indent || !(m_expectsMore || (isDeep && looksLikeItems(inner.text.in(bytes)))))
        return Ends;
    text = inner.text;
    m_expectsMore = m_startsBelow || bytes[text.end - 1] == ',';
    return Continues;
}

QList<ByteRange> commentedPieces(QByteArrayView bytes, ByteRange value, qsizetype hashes)
{
    QList<ByteRange> pieces;
    bool first = true;
    for (qsizetype at = value.begin; at < value.end;) {
        const ByteRange line = physicalLineAt(bytes.first(value.end), at);
        ByteRange text = trimmed(bytes, line);
        if (!first)
            text = trimmed(bytes, {std::min(text.begin + hashes, text.end), text.end});
        if (!text.isEmpty() && (first || bytes[text.begin] != '#'))
            pieces.append(text);
        first = false;
        at = line.end;
    }
    return pieces;
}

} // namespace syntax
