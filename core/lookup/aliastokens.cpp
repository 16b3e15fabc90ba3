// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lookup/rowtext.h"

#include <algorithm>

namespace lookup {

namespace {

struct Token
{
    enum class Kind : quint8 { Operator, Atom, Quoted, Literal, Comment };
    Kind kind = Kind::Operator;
    QByteArray text;

    bool is(char c) const { return kind == Kind::Operator && text.front() == c; }
};
using Tokens = QList<Token>;

bool isOperator(char c)
{
    return QByteArrayView("|%!()<>@,;:\\\".[]").contains(c);
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

class Scanner
{
public:
    explicit Scanner(QByteArrayView text) : m_text(text) { }

    Tokens scan()
    {
        Tokens tokens;
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (isBlank(c)) {
                ++m_at;
            } else if (c == '(') {
                tokens.append(Token{Token::Kind::Comment, comment()});
            } else if (c == '[' || c == '"') {
                ++m_at;
                const char close = c == '[' ? ']' : '"';
                const QByteArray text = collected([close](char next) { return next == close; });
                tokens.append(Token{c == '[' ? Token::Kind::Literal : Token::Kind::Quoted, text});
                ++m_at;
            } else if (c != '\\' && isOperator(c)) {
                tokens.append(Token{Token::Kind::Operator, QByteArray(1, c)});
                ++m_at;
            } else {
                const QByteArray text =
                    collected([](char next) { return isBlank(next) || isOperator(next); });
                tokens.append(Token{needsQuotes(text) ? Token::Kind::Quoted : Token::Kind::Atom, text});
            }
        }
        return tokens;
    }

private:
    static bool needsQuotes(const QByteArray &atom)
    {
        return std::any_of(atom.begin(), atom.end(), [](char c) {
            return c == ' ' || (c > 0 && c < ' ') || c == '\x7f' || isOperator(c);
        });
    }

    template<typename IsEnd>
    QByteArray collected(IsEnd isEnd)
    {
        QByteArray text;
        for (; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at] == '\\') {
                if (++m_at == m_text.size())
                    break;
            } else if (isEnd(m_text[m_at])) {
                break;
            }
            text += isBlank(m_text[m_at]) ? ' ' : m_text[m_at];
        }
        return text;
    }

    /// Comments nest, and are kept as they are written.
    QByteArray comment()
    {
        const qsizetype begin = m_at++;
        for (int level = 1; m_at < m_text.size() && level > 0; ++m_at) {
            const char c = m_text[m_at];
            level += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == '\\' && m_at + 1 < m_text.size())
                ++m_at;
        }
        return m_text.sliced(begin, m_at - begin).toByteArray();
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
};

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
    const Tokens tokens = Scanner(row).scan();
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
