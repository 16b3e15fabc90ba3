// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lookup/addresstokens.h"
#include "core/lookup/rowtext.h"

#include <algorithm>

namespace lookup {

namespace {

using Token = AddressToken;
using Tokens = AddressTokens;

void appendEscaped(QByteArray &to, const QByteArray &text, QByteArrayView special)
{
    for (const char c : text) {
        if (special.contains(c))
            to += '\\';
        to += c;
    }
}

QByteArray joined(const Tokens &tokens, bool isExternal)
{
    QByteArray text;
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        const Token &token = tokens[i];
        if (token.kind == Token::Kind::Quoted && isExternal) {
            text += '"';
            appendEscaped(text, token.text, "\"\\\r\n");
            text += '"';
        } else if (token.kind == Token::Kind::Literal) {
            text += '[';
            appendEscaped(text, token.text, isExternal ? "\\\r\n" : "");
            text += ']';
        } else {
            text += token.text;
        }
        if (token.is(','))
            text += ' ';
        if (i + 1 == tokens.size())
            break;
        const Token &next = tokens[i + 1];
        const bool areWords = token.kind != Token::Kind::Operator && next.kind != Token::Kind::Operator;
        if (areWords || (next.is('<') && !token.is(',')))
            text += ' ';
    }
    return text;
}

} // namespace

Alias aliasOf(QByteArrayView row)
{
    const Tokens tokens = addressTokens(row);
    const auto contains = [](const Tokens &list, char c) {
        return std::any_of(list.begin(), list.end(), [c](const Token &token) { return token.is(c); });
    };
    const auto colon =
        std::find_if(tokens.begin(), tokens.end(), [](const Token &token) { return token.is(':'); });
    const Tokens name(tokens.begin(), colon);
    if (colon == tokens.end() || colon + 1 == tokens.end() || name.isEmpty() || contains(name, ','))
        return {.problem = "need name:value pair"};
    if (contains(name, '@') || contains(name, '%'))
        return {.problem = "name must be local"};
    return {.name = joined(name, false), .value = joined(Tokens(colon + 1, tokens.end()), true)};
}

} // namespace lookup
