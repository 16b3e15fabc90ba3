// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postconf/nameval.h"

#include "core/syntax/logicallines.h"

#include <cstring>

namespace postconf {

using syntax::isSpace;

namespace {

qsizetype skipSpaces(QByteArrayView text, qsizetype at)
{
    while (at < text.size() && isSpace(text[at]))
        ++at;
    return at;
}

/// Of separators; all of them are below the digits.
bool isOneOf(char c, const char *set)
{
    return c != '\0' && static_cast<uchar>(c) <= '/' && std::strchr(set, c);
}

QByteArrayView wordOf(QByteArrayView &text, const char *separators, bool keepsBraces)
{
    qsizetype begin = 0;
    while (begin < text.size() && isOneOf(text[begin], separators))
        ++begin;
    if (begin == text.size()) {
        text = {};
        return {};
    }
    int level = 0;
    qsizetype end = begin;
    for (; end < text.size(); ++end) {
        const char c = text[end];
        if (keepsBraces && c == '{')
            ++level;
        else if (level > 0 && c == '}')
            --level;
        else if (level == 0 && isOneOf(c, separators))
            break;
    }
    const QByteArrayView word = text.sliced(begin, end - begin);
    text = text.sliced(end < text.size() ? end + 1 : end);
    return word;
}

} // namespace

NameValue nameValueOf(QByteArrayView text)
{
    const qsizetype begin = skipSpaces(text, 0);
    if (begin == text.size() || text[begin] == '=')
        return {.name = {}, .value = {}, .error = "missing attribute name"};
    qsizetype end = begin;
    while (end < text.size() && !isSpace(text[end]) && text[end] != '=')
        ++end;
    const qsizetype equals = skipSpaces(text, end);
    if (equals == text.size() || text[equals] != '=')
        return {.name = {}, .value = {}, .error = "missing '=' after attribute name"};
    const syntax::ByteRange value = syntax::trimmed(text, {equals + 1, text.size()});
    return {.name = text.sliced(begin, end - begin).toByteArray(), .value = value.in(text).toByteArray()};
}

QByteArrayView nextWord(QByteArrayView &text, const char *separators)
{
    return wordOf(text, separators, true);
}

QByteArrayView nextPlainWord(QByteArrayView &text, const char *separators)
{
    return wordOf(text, separators, false);
}

Extracted extracted(QByteArrayView text, Trim trim)
{
    Extracted result;
    qsizetype close = -1; // balpar() in src/util/balpar.c
    int level = 0;
    for (qsizetype i = 0; i < text.size() && close < 0; ++i) {
        if (text[i] == '{')
            ++level;
        else if (text[i] == '}' && --level == 0)
            close = i;
    }
    QByteArrayView inside;
    if (!text.startsWith('{')) {
        result.error = "no '{' at start of text in \"" + text.toByteArray() + '"';
        inside = text;
    } else if (close < 0) {
        result.error = "missing '}' in \"" + text.toByteArray() + '"';
        inside = text.sliced(1);
    } else {
        if (close + 1 < text.size())
            result.error = "syntax error after '}' in \"" + text.toByteArray() + '"';
        inside = text.sliced(1, close - 1);
    }
    if (trim == Trim::Yes)
        inside = syntax::trimmed(inside, {0, inside.size()}).in(inside);
    result.text = inside.toByteArray();
    return result;
}

} // namespace postconf
