// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lookup/rowtext.h"

#include "core/syntax/logicallines.h"

#include <algorithm>
#include <cstring>

namespace lookup {

namespace {

using syntax::isSpace;

QByteArrayView trimmedEnd(QByteArrayView text)
{
    while (!text.isEmpty() && isSpace(text.back()))
        text.chop(1);
    return text;
}

} // namespace

KeyValue keyValueOf(QByteArrayView row)
{
    bool isQuoted = false;
    qsizetype at = 0;
    for (; at < row.size(); ++at) {
        const char c = row[at];
        if (c == '\\')
            ++at;
        else if (c == '"')
            isQuoted = !isQuoted;
        else if (isSpace(c) && !isQuoted)
            break;
    }
    if (isQuoted)
        return {.problem = "unbalanced '\"'"};
    const QByteArrayView key = row.first(std::min(at, row.size()));
    QByteArrayView value = row.sliced(key.size());
    while (!value.isEmpty() && isSpace(value.front()))
        value = value.sliced(1);
    value = trimmedEnd(value);
    if (key.isEmpty() || value.isEmpty())
        return {.problem = "expected format: key whitespace value"};
    return {.key = key, .value = value};
}

QByteArrayView readText(const syntax::LogicalRow &row)
{
    QByteArrayView text = row.text;
    if (const void *nul = std::memchr(text.data(), '\0', static_cast<size_t>(text.size())))
        text = text.first(static_cast<const char *>(nul) - text.data());
    if (!text.isEmpty() && isSpace(text.front()))
        return {};
    return trimmedEnd(text);
}

qsizetype RowLineNumbers::lineOf(const syntax::RowLines &lines)
{
    if (lines.chunkBegin == m_chunkBegin)
        m_line += std::count(lines.bytes.begin() + m_begin, lines.bytes.begin() + lines.whole.begin, '\n');
    else
        m_line = m_text.lineAt(lines.chunkBegin + lines.whole.begin) + 1;
    m_chunkBegin = lines.chunkBegin;
    m_begin = lines.whole.begin;
    return m_line;
}

QByteArray untrimmedText(const syntax::RowLines &lines)
{
    QByteArray text;
    for (const syntax::ByteRange &piece : syntax::rowPieces(lines.bytes, lines.whole, true))
        text += piece.in(lines.bytes);
    const qsizetype nul = text.indexOf('\0');
    if (nul >= 0)
        text.truncate(nul);
    return text.isEmpty() || isSpace(text.front()) ? QByteArray() : text;
}

} // namespace lookup
