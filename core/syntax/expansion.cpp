// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/syntax/expansion.h"

#include "core/syntax/logicallines.h"

#include <QList>

#include <algorithm>
#include <array>

namespace syntax {

namespace {

constexpr int maxDepth = 100;
constexpr qsizetype maxReads = 100'000; ///< values that double at each step would never end

bool isNameByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

qsizetype skipSpaces(QByteArrayView text, qsizetype at)
{
    while (at < text.size() && isSpace(text[at]))
        ++at;
    return at;
}

/// The end of the group that opens at `at`, one behind its closing byte; -1 when it is not closed.
qsizetype groupEnd(QByteArrayView text, qsizetype at, char open, char close)
{
    int level = 0;
    for (; at < text.size(); ++at) {
        if (text[at] == open)
            ++level;
        else if (text[at] == close && --level == 0)
            return at + 1;
    }
    return -1;
}

/// "3.6" against "3.10" by parts, as the operators with "level" compare.
int compareLevels(QByteArrayView left, QByteArrayView right)
{
    const auto part = [](QByteArrayView text, qsizetype &at) {
        qint64 number = 0;
        while (at < text.size() && text[at] >= '0' && text[at] <= '9')
            number = number * 10 + (text[at++] - '0');
        if (at < text.size())
            ++at;
        return number;
    };
    qsizetype l = 0;
    qsizetype r = 0;
    while (l < left.size() || r < right.size()) {
        const qint64 a = part(left, l);
        const qint64 b = part(right, r);
        if (a != b)
            return a < b ? -1 : 1;
    }
    return 0;
}

int compareValues(const QByteArray &left, const QByteArray &right)
{
    bool leftIsNumber = false;
    bool rightIsNumber = false;
    const qint64 a = left.toLongLong(&leftIsNumber);
    const qint64 b = right.toLongLong(&rightIsNumber);
    if (leftIsNumber && rightIsNumber)
        return a < b ? -1 : a > b;
    return left.compare(right);
}

std::optional<bool> compared(QByteArrayView op, const QByteArray &left, const QByteArray &right)
{
    const bool isLevel = op.endsWith("level");
    if (isLevel)
        op.chop(5);
    const int order = isLevel ? compareLevels(left, right) : compareValues(left, right);
    if (op == "==")
        return order == 0;
    if (op == "!=")
        return order != 0;
    if (op == "<")
        return order < 0;
    if (op == "<=")
        return order <= 0;
    if (op == ">")
        return order > 0;
    if (op == ">=")
        return order >= 0;
    return std::nullopt;
}

/// Reads a value as mac_expand() does. With `isScan` nothing is decided: every branch is read.
class Reader
{
public:
    Reader(const NameLookup &lookup, bool isScan) : m_lookup(lookup), m_isScan(isScan) { }

    const std::optional<ExpansionError> &error() const { return m_error; }

    QByteArray read(QByteArrayView text)
    {
        QByteArray out;
        if (++m_depth > maxDepth || ++m_reads > maxReads)
            fail(ExpansionError::Kind::TooDeep, text, 0);
        for (qsizetype at = 0; at < text.size() && !m_error;) {
            if (text[at] != '$') {
                out += text[at++];
            } else if (at + 1 < text.size() && text[at + 1] == '$') {
                out += '$';
                at += 2;
            } else {
                at = readReference(text, at, out);
            }
        }
        --m_depth;
        return out;
    }

private:
    void fail(ExpansionError::Kind kind, QByteArrayView text, qsizetype at)
    {
        if (!m_error)
            m_error = ExpansionError{kind, text.toByteArray(), at};
    }

    /// `at` is at a '$'; returns what follows the reference.
    qsizetype readReference(QByteArrayView text, qsizetype at, QByteArray &out)
    {
        const char open = at + 1 < text.size() ? text[at + 1] : '\0';
        if (open == '{' || open == '(') {
            const qsizetype end = groupEnd(text, at + 1, open, open == '{' ? '}' : ')');
            if (end < 0) {
                fail(ExpansionError::Kind::Truncated, text, at);
                return text.size();
            }
            out += expression(text.sliced(at + 2, end - at - 3));
            return end;
        }
        qsizetype end = at + 1;
        while (end < text.size() && isNameByte(text[end]))
            ++end;
        if (end == at + 1)
            fail(ExpansionError::Kind::EmptyName, text, at);
        else
            out += valueOf(text.sliced(at + 1, end - at - 1)).value_or(QByteArray());
        return end;
    }

    /// What stands in ${ }.
    QByteArray expression(QByteArrayView text)
    {
        qsizetype at = skipSpaces(text, 0);
        if (at < text.size() && text[at] == '{')
            return comparison(text, at);
        const qsizetype begin = at;
        while (at < text.size() && isNameByte(text[at]))
            ++at;
        const QByteArrayView name = text.sliced(begin, at - begin);
        const qsizetype op = skipSpaces(text, at);
        if (name.isEmpty()) {
            fail(ExpansionError::Kind::EmptyName, text, at);
            return {};
        }
        if (op == text.size())
            return valueOf(name).value_or(QByteArray());
        if (text[op] != '?' && text[op] != ':') {
            fail(ExpansionError::Kind::NameSyntax, text, op);
            return {};
        }
        const std::optional<QByteArray> value = valueOf(name);
        return conditional(text, op, value && !value->isEmpty());
    }

    QByteArray comparison(QByteArrayView text, qsizetype at)
    {
        const QByteArray left = read(group(text, at));
        const qsizetype opBegin = skipSpaces(text, at);
        at = opBegin;
        while (at < text.size() && text[at] != '{' && !isSpace(text[at]))
            ++at;
        const QByteArrayView op = text.sliced(opBegin, at - opBegin);
        at = skipSpaces(text, at);
        if (at == text.size() || text[at] != '{') {
            fail(ExpansionError::Kind::MissingBrace, text, at);
            return {};
        }
        const QByteArray right = read(group(text, at));
        const std::optional<bool> holds = compared(op, left, right);
        if (!holds) {
            fail(ExpansionError::Kind::BadOperator, text, opBegin);
            return {};
        }
        at = skipSpaces(text, at);
        if (at == text.size())
            return *holds ? QByteArrayLiteral("bool_true") : QByteArray();
        if (text[at] != '?' && text[at] != ':') {
            fail(ExpansionError::Kind::NameSyntax, text, at);
            return {};
        }
        return conditional(text, at, *holds);
    }

    /// `at` is at '?' or ':' behind what was tested.
    QByteArray conditional(QByteArrayView text, qsizetype at, bool isTrue)
    {
        const bool isThenFirst = text[at] == '?';
        at = skipSpaces(text, at + 1);
        const bool isGroup = at < text.size() && text[at] == '{';
        const QByteArrayView first = isGroup ? group(text, at) : text.sliced(at);
        if (!isGroup)
            at = text.size();
        at = skipSpaces(text, at);
        std::optional<QByteArrayView> other;
        if (at < text.size()) {
            if (!isThenFirst || text[at] != ':') {
                fail(ExpansionError::Kind::NameSyntax, text, at);
                return {};
            }
            at = skipSpaces(text, at + 1);
            const bool isOtherGroup = at < text.size() && text[at] == '{';
            other = isOtherGroup ? group(text, at) : text.sliced(at);
        }
        if (m_isScan) {
            read(first);
            if (other)
                read(*other);
            return {};
        }
        if (isThenFirst == isTrue)
            return read(first);
        return other ? read(*other) : QByteArray();
    }

    /// The inside of the braces that open at `at`, without blanks at its ends; moves `at` behind them.
    QByteArrayView group(QByteArrayView text, qsizetype &at)
    {
        const qsizetype end = groupEnd(text, at, '{', '}');
        if (end < 0) {
            fail(ExpansionError::Kind::Truncated, text, at);
            at = text.size();
            return {};
        }
        const ByteRange inside = trimmed(text, {at + 1, end - 1});
        at = end;
        return inside.in(text);
    }

    std::optional<QByteArray> valueOf(QByteArrayView name)
    {
        const std::optional<QByteArray> value = m_lookup(name);
        if (!value || m_isScan)
            return value;
        return read(*value);
    }

    const NameLookup &m_lookup;
    bool m_isScan;
    int m_depth = 0;
    qsizetype m_reads = 0;
    std::optional<ExpansionError> m_error;
};

} // namespace

std::optional<ExpansionError> scanNames(QByteArrayView value,
                                        const std::function<void(QByteArrayView)> &visit)
{
    const NameLookup lookup = [&visit](QByteArrayView name) {
        visit(name);
        return std::optional<QByteArray>();
    };
    Reader reader(lookup, true);
    reader.read(value);
    return reader.error();
}

std::optional<QByteArray> expanded(QByteArrayView value, const NameLookup &lookup)
{
    Reader reader(lookup, false);
    QByteArray result = reader.read(value);
    if (reader.error())
        return std::nullopt;
    return result;
}

} // namespace syntax
