// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lookup/addresstokens.h"

#include <algorithm>

namespace lookup {

namespace {

using Kind = AddressToken::Kind;

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

    AddressTokens scan()
    {
        AddressTokens tokens;
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (isBlank(c)) {
                ++m_at;
            } else if (c == '(') {
                tokens.append(AddressToken{Kind::Comment, comment()});
            } else if (c == '[' || c == '"') {
                ++m_at;
                const char close = c == '[' ? ']' : '"';
                const QByteArray text = collected([close](char next) { return next == close; });
                tokens.append(AddressToken{c == '[' ? Kind::Literal : Kind::Quoted, text});
                ++m_at;
            } else if (c != '\\' && isOperator(c)) {
                tokens.append(AddressToken{Kind::Operator, QByteArray(1, c)});
                ++m_at;
            } else {
                const QByteArray text =
                    collected([](char next) { return isBlank(next) || isOperator(next); });
                tokens.append(AddressToken{needsQuotes(text) ? Kind::Quoted : Kind::Atom, text});
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

QByteArray escaped(const QByteArray &text, QByteArrayView special)
{
    QByteArray written;
    for (const char c : text) {
        if (special.contains(c))
            written += '\\';
        written += c;
    }
    return written;
}

/// Takes a list apart from its end to its beginning, as tok822_parse() does.
class ListParser
{
public:
    explicit ListParser(QByteArrayView text) : m_tokens(addressTokens(text))
    {
        m_tokens.removeIf([](const AddressToken &token) { return token.kind == Kind::Comment; });
    }

    QList<AddressTokens> parse()
    {
        m_right = m_tokens.size();
        for (m_at = m_right - 1; m_at >= 0; --m_at) {
            const AddressToken &token = m_tokens[m_at];
            if (token.is(';')) {
                takeTo(m_at);
                m_inGroup = true;
                m_mayBeWord = true;
            } else if (token.is(':') && m_inGroup) {
                take();
                leaveOut(",");
                continue;
            } else if (token.is('>')) {
                takeTo(m_at);
                while (m_at >= 0 && !m_tokens[m_at].is('<'))
                    --m_at;
                take();
                leaveOut(">;,:");
                m_mayBeWord = true;
            } else if (token.kind != Kind::Operator) {
                if (!m_mayBeWord) {
                    take();
                    m_right = m_at + 1;
                }
                m_mayBeWord = false;
            } else {
                if (token.is(','))
                    takeTo(m_at);
                m_mayBeWord = true;
            }
        }
        m_at = -1;
        take();
        std::reverse(m_addresses.begin(), m_addresses.end());
        return m_addresses;
    }

private:
    /// What is between here and the last border is an address.
    void take()
    {
        if (m_at + 1 < m_right)
            m_addresses.append(m_tokens.mid(m_at + 1, m_right - m_at - 1));
    }
    void takeTo(qsizetype border)
    {
        take();
        m_right = border;
    }
    /// The name in front of an address or of a group.
    void leaveOut(QByteArrayView ends)
    {
        const auto isEnd = [&](const AddressToken &token) {
            return token.kind == Kind::Operator && ends.contains(token.text.front());
        };
        while (m_at >= 0 && !isEnd(m_tokens[m_at]))
            --m_at;
        m_right = std::max<qsizetype>(m_at, 0);
        // The end itself is looked at next.
        if (m_at >= 0)
            ++m_at;
    }

    AddressTokens m_tokens;
    QList<AddressTokens> m_addresses;
    qsizetype m_at = 0;
    qsizetype m_right = 0;
    bool m_mayBeWord = true;
    bool m_inGroup = false;
};

} // namespace

AddressTokens addressTokens(QByteArrayView text)
{
    return Scanner(text).scan();
}

qsizetype lastOperator(const AddressTokens &tokens, char c)
{
    qsizetype at = tokens.size() - 1;
    while (at >= 0 && !tokens[at].is(c))
        --at;
    return at;
}

qsizetype firstOperator(const AddressTokens &tokens, char c, qsizetype from)
{
    while (from < tokens.size() && !tokens[from].is(c))
        ++from;
    return from < tokens.size() ? from : -1;
}

QByteArray plainAddress(const AddressTokens &address)
{
    QByteArray text;
    for (const AddressToken &token : address)
        text += token.kind == Kind::Literal ? '[' + token.text + ']' : token.text;
    return text;
}

QByteArray writtenAddress(const AddressTokens &address)
{
    QByteArray text;
    for (const AddressToken &token : address) {
        if (token.kind == Kind::Quoted)
            text += '"' + escaped(token.text, "\"\\\r\n") + '"';
        else if (token.kind == Kind::Literal)
            text += '[' + escaped(token.text, "\\\r\n") + ']';
        else
            text += token.text;
    }
    return text;
}

QList<AddressTokens> addressList(QByteArrayView text)
{
    return ListParser(text).parse();
}

} // namespace lookup
