// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/syntax/relation.h"

#include <algorithm>

namespace syntax {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isNumber(const QByteArray &text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isDigit);
}

bool holds(qint64 order, Relation relation)
{
    switch (relation) {
    case Relation::Equal:
        return order == 0;
    case Relation::NotEqual:
        return order != 0;
    case Relation::Less:
        return order < 0;
    case Relation::LessOrEqual:
        return order <= 0;
    case Relation::GreaterOrEqual:
        return order >= 0;
    case Relation::Greater:
        break;
    }
    return order > 0;
}

/// The number that strtol() finds at `at`, blanks and sign in front; moves `at` behind it. Nothing where
/// there is none, or where it has too many digits.
std::optional<qint64> leadingNumber(QByteArrayView text, qsizetype &at)
{
    qsizetype end = at;
    while (end < text.size() && (text[end] == ' ' || (text[end] >= '\t' && text[end] <= '\r')))
        ++end;
    const qsizetype begin = end;
    if (end < text.size() && (text[end] == '-' || text[end] == '+'))
        ++end;
    const qsizetype digits = end;
    while (end < text.size() && isDigit(text[end]))
        ++end;
    if (end == digits)
        return std::nullopt;
    at = end;
    bool fits = false;
    const qint64 number = text.sliced(begin, end - begin).toByteArray().toLongLong(&fits);
    return fits ? std::optional(number) : std::nullopt;
}

/// A level as one number: compat_level_from_string() in src/global/compat_level.c.
std::optional<qint64> levelOf(QByteArrayView text)
{
    constexpr int partBits = 10;
    constexpr int parts = 3;
    constexpr qint64 maxMajor = std::numeric_limits<qint64>::max() >> (2 * partBits);
    constexpr qint64 maxMinor = (1 << partBits) - 1;
    qint64 level = 0;
    qsizetype at = 0;
    for (int part = 0; part < parts; ++part) {
        const std::optional<qint64> number = leadingNumber(text, at);
        if (!number || *number < 0 || *number > (part == 0 ? maxMajor : maxMinor))
            return std::nullopt;
        level |= *number << ((parts - 1 - part) * partBits);
        if (at == text.size())
            return level;
        if (text[at++] != '.')
            return std::nullopt;
    }
    return std::nullopt;
}

} // namespace

std::optional<Relation> relationOf(QByteArrayView operatorText)
{
    if (operatorText == "==")
        return Relation::Equal;
    if (operatorText == "!=")
        return Relation::NotEqual;
    if (operatorText == "<")
        return Relation::Less;
    if (operatorText == "<=")
        return Relation::LessOrEqual;
    if (operatorText == ">=")
        return Relation::GreaterOrEqual;
    if (operatorText == ">")
        return Relation::Greater;
    return std::nullopt;
}

RelationResult compareTexts(const QByteArray &left, Relation relation, const QByteArray &right)
{
    if (!isNumber(left) || !isNumber(right))
        return {holds(left.compare(right), relation)};
    bool leftFits = false;
    bool rightFits = false;
    const qint64 a = left.toLongLong(&leftFits);
    const qint64 b = right.toLongLong(&rightFits);
    if (!leftFits || !rightFits) {
        const QByteArray &bad = leftFits ? right : left;
        return {false, {{ExpansionError::Kind::BadNumber, "mac_exp_eval: bad conversion: " + bad}}};
    }
    return {holds(a - b, relation)};
}

RelationResult compareLevels(const QByteArray &left, Relation relation, const QByteArray &right)
{
    const std::optional<qint64> a = levelOf(left);
    const std::optional<qint64> b = a ? levelOf(right) : std::nullopt;
    if (!a || !b) {
        const QByteArray &bad = a ? right : left;
        return {false,
                {{ExpansionError::Kind::BadLevel, "malformed compatibility level syntax: \"" + bad + '"'}}};
    }
    return {holds(*a - *b, relation)};
}

} // namespace syntax
