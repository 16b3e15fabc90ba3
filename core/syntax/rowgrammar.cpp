// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/syntax/rowgrammar.h"

#include <cstring>

namespace syntax {

namespace {

bool isAlnum(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Takes one character of a C string in which a backslash makes the next one ordinary.
void advanceEscaped(RowCursor &cursor)
{
    if (cursor.peek() == '\\')
        cursor.advance();
    if (!cursor.atEnd())
        cursor.advance();
}

/// Takes `open` ... `close`; false when it is not closed.
bool skipQuoted(RowCursor &cursor, char close)
{
    cursor.advance();
    while (!cursor.atEnd() && cursor.peek() != close)
        advanceEscaped(cursor);
    if (cursor.atEnd())
        return false;
    cursor.advance();
    return true;
}

/// Comments nest: tok822_comment().
void skipComment(RowCursor &cursor)
{
    int depth = 0;
    while (!cursor.atEnd()) {
        const char c = cursor.peek();
        if (c == '\\') {
            advanceEscaped(cursor);
            continue;
        }
        cursor.advance();
        if (c == '(')
            ++depth;
        else if (c == ')' && --depth == 0)
            return;
    }
}

class RowParser
{
public:
    RowParser(QByteArrayView bytes, ByteRange whole, bool enabled)
        : m_bytes(bytes), m_pieces(rowPieces(bytes, whole, enabled)), m_cursor(bytes, m_pieces)
    {
        m_row.whole = whole;
        m_row.enabled = enabled;
        m_textEnd = whole.begin;
        if (!m_pieces.isEmpty())
            m_textEnd = trimmed(bytes, m_pieces.back()).end;
        m_row.key = {m_cursor.offset(), m_cursor.offset()};
    }

    ParsedRow parse(TableKind kind)
    {
        if (m_pieces.isEmpty() || isSpace(m_cursor.peek())) {
            m_row.key = {m_cursor.offset(), m_cursor.offset()};
            m_row.form = Row::Form::Stray;
            takeValue();
        } else if (kind == TableKind::KeyValue) {
            parseKeyValue();
        } else if (kind == TableKind::Aliases) {
            parseAlias();
        } else {
            parseRule(kind);
        }
        return {m_row, m_isOpen};
    }

private:
    void takeValue()
    {
        const qsizetype keyEnd = m_cursor.taken();
        m_cursor.skipBlanks();
        // Behind a NUL nothing is read, but it is in the way of a value: it belongs to it.
        const qsizetype begin = m_cursor.atEnd() ? keyEnd : m_cursor.offset();
        m_row.separator = {m_row.key.end, begin};
        m_row.value = {begin, std::max(begin, m_textEnd)};
        m_hasValue = !m_cursor.atEnd();
    }

    void makeStrayUnless(bool isRow)
    {
        if (!isRow)
            m_row.form = Row::Form::Stray;
    }

    void parseKeyValue()
    {
        bool quoted = false;
        while (!m_cursor.atEnd()) {
            const char c = m_cursor.peek();
            if (isSpace(c) && !quoted)
                break;
            if (c == '"')
                quoted = !quoted;
            advanceEscaped(m_cursor);
        }
        m_row.key.end = m_cursor.taken();
        takeValue();
        m_isOpen = quoted || !m_hasValue;
        makeStrayUnless(!m_isOpen);
    }

    void parseAlias()
    {
        bool hasName = false;
        bool isLocal = true;
        bool isClosed = true;
        m_row.key.end = m_row.key.begin;
        while (!m_cursor.atEnd() && m_cursor.peek() != ':') {
            const char c = m_cursor.peek();
            if (isSpace(c)) {
                m_cursor.advance();
                continue;
            }
            hasName = true;
            isLocal = isLocal && c != '@' && c != '%' && c != ',';
            if (c == '(')
                skipComment(m_cursor);
            else if (c == '"' || c == '[')
                isClosed = skipQuoted(m_cursor, c == '[' ? ']' : c);
            else
                advanceEscaped(m_cursor);
            m_row.key.end = m_cursor.taken();
        }
        const bool hasColon = m_cursor.peek() == ':';
        if (hasColon)
            m_cursor.advance();
        takeValue();
        m_isOpen = !isClosed || !m_hasValue;
        makeStrayUnless(hasName && hasColon && isLocal && m_hasValue);
    }

    bool takesWord(const char *word)
    {
        RowCursor probe = m_cursor;
        for (; *word; ++word) {
            if ((probe.peek() | 0x20) != *word)
                return false;
            probe.advance();
        }
        if (isAlnum(probe.peek()))
            return false;
        m_cursor = probe;
        return true;
    }

    void skipNegations()
    {
        while (m_cursor.peek() == '!' || (!m_cursor.atEnd() && isSpace(m_cursor.peek()))) {
            m_row.negated ^= m_cursor.peek() == '!';
            m_cursor.advance();
        }
        m_row.key = {m_cursor.offset(), m_cursor.offset()};
    }

    void parseRule(TableKind kind)
    {
        if (takesWord("endif")) {
            m_row.form = Row::Form::EndIf;
            m_row.key = {m_cursor.taken(), m_cursor.taken()};
            takeValue();
            makeStrayUnless(kind == TableKind::Pattern || !m_hasValue);
            return;
        }
        const bool isIf = takesWord("if");
        if (isIf)
            m_row.form = Row::Form::If;
        if (kind == TableKind::Cidr)
            parseNetwork(isIf);
        else if (isIf || !isAlnum(m_cursor.peek()))
            parsePatterns(isIf);
        else {
            // What starts with a letter or a digit is no pattern.
            while (!m_cursor.atEnd() && !isSpace(m_cursor.peek()))
                m_cursor.advance();
            m_row.key.end = m_cursor.taken();
            takeValue();
            m_row.form = Row::Form::Stray;
        }
    }

    bool takePattern()
    {
        if (m_cursor.atEnd())
            return false;
        if (!skipQuoted(m_cursor, m_cursor.peek())) {
            m_isOpen = true;
            return false;
        }
        bool areFlags = true;
        for (; !m_cursor.atEnd() && !isSpace(m_cursor.peek()) && m_cursor.peek() != '!'; m_cursor.advance())
            areFlags = areFlags && std::strchr("imxsAEUX", m_cursor.peek());
        return areFlags;
    }

    void parsePatterns(bool isIf)
    {
        skipNegations();
        bool isRow = takePattern();
        // A second pattern, which must not match: regexp tables only.
        if (isRow && !isIf && m_cursor.peek() == '!') {
            while (m_cursor.peek() == '!' || (!m_cursor.atEnd() && isSpace(m_cursor.peek())))
                m_cursor.advance();
            isRow = takePattern();
        }
        while (!m_cursor.atEnd() && !isSpace(m_cursor.peek()))
            m_cursor.advance();
        m_row.key.end = std::max(m_row.key.begin, m_cursor.taken());
        takeValue();
        m_isOpen = m_isOpen || (!m_hasValue && !isIf);
        makeStrayUnless(isRow);
    }

    void parseNetwork(bool isIf)
    {
        skipNegations();
        bool isNetwork = !m_cursor.atEnd();
        while (!m_cursor.atEnd() && !isSpace(m_cursor.peek())) {
            isNetwork = isNetwork && std::strchr("0123456789abcdefABCDEF.:/[]", m_cursor.peek());
            m_cursor.advance();
        }
        m_row.key.end = std::max(m_row.key.begin, m_cursor.taken());
        takeValue();
        m_isOpen = !m_hasValue && !isIf;
        makeStrayUnless(isNetwork && m_hasValue != isIf);
    }

    QByteArrayView m_bytes;
    RowPieces m_pieces;
    RowCursor m_cursor;
    Row m_row;
    qsizetype m_textEnd = 0;
    bool m_hasValue = false;
    bool m_isOpen = false;
};

} // namespace

ParsedRow parseRow(QByteArrayView bytes, ByteRange whole, TableKind kind, bool enabled)
{
    return RowParser(bytes, whole, enabled).parse(kind);
}

QByteArray unquotedAlias(QByteArrayView name)
{
    QByteArray result;
    // Words are joined by one blank, but not around a special character: tok822_append_space().
    bool afterWord = false;
    const auto startWord = [&] {
        if (afterWord)
            result += ' ';
        afterWord = true;
    };
    const auto takeUntil = [&](qsizetype &at, auto isEnd) {
        for (; at < name.size() && !isEnd(name[at]); ++at) {
            if (name[at] == '\\' && ++at == name.size())
                return;
            result += isSpace(name[at]) ? ' ' : name[at];
        }
    };
    for (qsizetype at = 0; at < name.size();) {
        const char c = name[at];
        if (isSpace(c)) {
            ++at;
        } else if (c == '"') {
            startWord();
            takeUntil(++at, [](char next) { return next == '"'; });
            ++at;
        } else if (c == '(') {
            startWord();
            int depth = 0;
            do {
                const char next = name[at++];
                result += next;
                depth += next == '(' ? 1 : next == ')' ? -1 : 0;
                if (next == '\\' && at < name.size())
                    result += name[at++];
            } while (depth > 0 && at < name.size());
        } else if (c == '[') {
            startWord();
            result += c;
            takeUntil(++at, [](char next) { return next == ']'; });
            result += ']';
            ++at;
        } else if (c != '\\' && std::strchr("|%!(),.:;<>@[]\"", c)) {
            result += c;
            afterWord = false;
            ++at;
        } else {
            startWord();
            takeUntil(at, [](char next) { return isSpace(next) || std::strchr("|%!(),.:;<>@[]\"", next); });
        }
    }
    return result;
}

} // namespace syntax
