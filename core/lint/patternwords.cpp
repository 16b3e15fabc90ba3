// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/patternwords.h"

#include "core/syntax/logicallines.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace lint {

namespace {

bool isAlnum(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

QByteArray firstWordOf(QByteArrayView value)
{
    const auto *end =
        std::find_if(value.begin(), value.end(), [](char c) { return c == ',' || syntax::isSpace(c); });
    return QByteArray(value.data(), end - value.begin()).toUpper();
}

/// Behind the set of characters that begins at `at`.
qsizetype setEnd(QByteArrayView body, qsizetype at)
{
    ++at;
    if (at < body.size() && body[at] == '^')
        ++at;
    if (at < body.size() && body[at] == ']')
        ++at;
    while (at < body.size() && body[at] != ']')
        at += body[at] == '\\' ? 2 : 1;
    return at + 1;
}

} // namespace

bool startsWithLiteral(QByteArrayView row)
{
    while (!row.isEmpty() && (row.front() == '!' || syntax::isSpace(row.front())))
        row = row.sliced(1);
    return !row.isEmpty() && (isAlnum(row.front()) || QByteArrayView("@*\"'").contains(row.front()));
}

bool isCatchAllPattern(QByteArrayView body)
{
    static const QSet<QByteArray> all{".", "^", ".*", "^.*", "^.*$", ".*$", "^.+$", ".+", "$"};
    return all.contains(body.toByteArray());
}

bool isOpenEnded(QByteArrayView body)
{
    for (qsizetype at = 0; at < body.size();) {
        if (body[at] == '\\') {
            at += 2;
        } else if (body[at] == '[') {
            at = setEnd(body, at);
        } else {
            const bool isBetween = at > 0 && at + 1 < body.size() && isAlnum(body[at - 1])
                && isAlnum(body[at + 1]) && (at < 2 || body[at - 2] != '\\');
            if (body[at] == '.' && isBetween)
                return true;
            ++at;
        }
    }
    while (body.endsWith(')'))
        body.chop(1);
    if (body.endsWith("\\z") || body.endsWith("\\Z"))
        return false;
    const bool isEscaped = body.size() > 1 && body[body.size() - 2] == '\\';
    return !body.endsWith('$') || isEscaped;
}

bool startsWithForeignCharacter(QByteArrayView body)
{
    if (body.size() < 2 || body.front() != '^')
        return false;
    return !QByteArrayView("245\\[](){}.*+?|$^").contains(body[1]);
}

bool matchesAllReceived(QByteArrayView body, const patterns::CompiledPattern &code)
{
    static const std::array<QByteArray, 3> samples{
        "Received: x",
        "Received: from a.example (b.example [192.0.2.1])\n\tby c.example with ESMTPS id D1; 1 Jan",
        "Received: by 10.0.0.1 with SMTP id q9; Thu, 2 Feb 2023 10:00:00 -0800 (PST)"};
    return body.toByteArray().toLower().contains("received")
        && std::all_of(samples.begin(), samples.end(),
                       [&](const QByteArray &sample) { return code.matches(sample); });
}

bool isPermit(QByteArrayView value)
{
    const QByteArray word = firstWordOf(value);
    const bool isNumber =
        !word.isEmpty() && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
    // Three digits and a text are a reply that rejects.
    const bool isReply = word.size() == 3 && isNumber && value.size() > word.size();
    return word == "OK" || word == "RELAY" || (isNumber && !isReply) || word.startsWith("PERMIT");
}

bool isRemoval(QByteArrayView value)
{
    const QByteArray word = firstWordOf(value);
    return word == "IGNORE" || word == "STRIP";
}

} // namespace lint
