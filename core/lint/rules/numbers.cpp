// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rules/numbers.h"

#include "core/lint/assigned.h"
#include "core/lint/mending.h"
#include "core/lint/words.h"

#include <algorithm>
#include <limits>

namespace lint {

namespace {

using catalog::Kind;

/// What is known of a number or a switch, of Postfix itself or of a service.
struct NumberFacts
{
    Kind kind = Kind::String;
    std::optional<qint64> minimum = {};
    std::optional<qint64> maximum = {};
    std::optional<catalog::TimeUnit> unit = {};
};

std::optional<NumberFacts> numberFacts(const Context &context, QByteArrayView name)
{
    if (const auto *facts = context.factsOf(name))
        return NumberFacts{facts->kind, facts->minimum, facts->maximum, facts->unit};
    if (const auto *facts = context.reference().perServiceOf(name))
        return NumberFacts{facts->kind, facts->minimum, facts->maximum, facts->unit};
    return std::nullopt;
}

template<typename Visit>
void forEachNumber(const Context &context, Visit visit)
{
    forEachValue(context, [&](const Assignment &assignment, const TracedValue &value) {
        const auto facts = numberFacts(context, assignment.name);
        if (!facts)
            return;
        // What stands behind a zero byte may count or not; it is no number or switch in any case.
        const QByteArray written = context.textAt(assignment.valuePlace);
        visit(assignment, written.contains('\0') ? written : value.text().trimmed(), *facts);
    });
}

bool isInteger(Kind kind)
{
    return kind == Kind::Integer || kind == Kind::Long || kind == Kind::IntegerExpression;
}

std::optional<qint64> integerIn(QByteArrayView text, Kind kind)
{
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    const bool isShort = kind != Kind::Long
        && (number > std::numeric_limits<qint32>::max() || number < std::numeric_limits<qint32>::min());
    return isNumber && !isShort ? std::optional(number) : std::nullopt;
}

/// Digits, then what is left of the text.
struct TimeText
{
    QByteArray digits;
    QByteArray suffix;
};

TimeText timeIn(const QByteArray &text)
{
    qsizetype end = 0;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9')
        ++end;
    return {text.first(end), text.sliced(end)};
}

bool isUnit(char c)
{
    return QByteArrayView("smhdwSMHDW").contains(c);
}

bool isLetters(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

bool isSloppy(const TimeText &time)
{
    return !time.digits.isEmpty() && time.suffix.size() > 1 && isUnit(time.suffix.front())
        && isLetters(time.suffix);
}

bool isGoodTime(const TimeText &time)
{
    const auto seconds = secondsIn(time.digits + time.suffix.left(1), catalog::TimeUnit::Second);
    return seconds && time.suffix.size() <= 1 && *seconds <= std::numeric_limits<qint32>::max();
}

QByteArray multiplied(const QByteArray &text)
{
    static const QHash<char, qint64> factors{{'k', 1024}, {'m', 1024 * 1024}, {'g', 1024 * 1024 * 1024}};
    const TimeText parts = timeIn(text);
    const QByteArray suffix = parts.suffix.trimmed().toLower();
    const auto factor = suffix.isEmpty() ? factors.cend() : factors.constFind(suffix.front());
    if (parts.digits.isEmpty() || factor == factors.cend() || suffix.size() > 3)
        return {};
    return QByteArray::number(parts.digits.toLongLong() * *factor);
}

QByteArray mendedTime(const QByteArray &text)
{
    const TimeText time = timeIn(text);
    const QByteArray suffix = time.suffix.trimmed();
    if (!time.digits.isEmpty() && !suffix.isEmpty() && isUnit(suffix.front()) && isLetters(suffix))
        return time.digits + suffix.left(1).toLower();
    return {};
}

} // namespace

// convert_mail_conf_bool() in src/global/mail_conf_bool.c.
void badBoolean(const Context &context, Report &report)
{
    static const QHash<QByteArray, QByteArray> meant{
        {"true", "yes"},    {"on", "yes"},      {"1", "yes"},  {"y", "yes"}, {"enable", "yes"},
        {"enabled", "yes"}, {"false", "no"},    {"off", "no"}, {"0", "no"},  {"n", "no"},
        {"disable", "no"},  {"disabled", "no"}, {"none", "no"}};
    forEachNumber(
        context, [&](const Assignment &assignment, const QByteArray &text, const NumberFacts &facts) {
            const bool isSwitch = facts.kind == Kind::Boolean || facts.kind == Kind::BooleanExpression;
            const QByteArray lower = text.toLower();
            if (!isSwitch || lower == "yes" || lower == "no")
                return;
            Finding &finding = report.add(assignment.place(), {text});
            if (const QByteArray word = meant.value(lower); !word.isEmpty())
                finding.fixes = {setValue(assignment, QT_TRANSLATE_NOOP("lint", "Write yes or no"), word)};
        });
}

void badInteger(const Context &context, Report &report)
{
    forEachNumber(
        context, [&](const Assignment &assignment, const QByteArray &text, const NumberFacts &facts) {
            if (!isInteger(facts.kind) || integerIn(text, facts.kind))
                return;
            Finding &finding = report.add(assignment.place(), {text});
            if (const QByteArray number = multiplied(text); !number.isEmpty())
                finding.fixes = {withMailboxRoom(
                    context, assignment,
                    setValue(assignment, QT_TRANSLATE_NOOP("lint", "Write the number"), number), number)};
        });
}

void outOfRange(const Context &context, Report &report)
{
    forEachNumber(
        context, [&](const Assignment &assignment, const QByteArray &text, const NumberFacts &facts) {
            std::optional<qint64> number;
            if (isInteger(facts.kind))
                number = integerIn(text, facts.kind);
            else if (facts.kind == Kind::Time && isGoodTime(timeIn(text)))
                number = secondsIn(text, facts.unit);
            if (!number)
                return;
            const bool isLow = facts.minimum && *facts.minimum != 0 && *number < *facts.minimum;
            const bool isHigh = facts.maximum && *facts.maximum != 0 && *number > *facts.maximum;
            if (isLow || isHigh)
                report.add(assignment.place(),
                           {text, QByteArray::number(facts.minimum.value_or(0)),
                            facts.maximum && *facts.maximum != 0 ? QByteArray::number(*facts.maximum)
                                                                 : QByteArray("∞")});
        });
}

// get_mail_conf_time() in src/global/mail_conf_time.c.
void badTime(const Context &context, Report &report)
{
    forEachNumber(
        context, [&](const Assignment &assignment, const QByteArray &text, const NumberFacts &facts) {
            const TimeText time = timeIn(text);
            if (facts.kind != Kind::Time || isGoodTime(time) || isSloppy(time))
                return;
            Finding &finding = report.add(assignment.place(), {text});
            if (const QByteArray mended = mendedTime(text); !mended.isEmpty())
                finding.fixes = {setValue(
                    assignment, QT_TRANSLATE_NOOP("lint", "Write number and unit together"), mended)};
        });
}

void sloppyTimeUnit(const Context &context, Report &report)
{
    forEachNumber(
        context, [&](const Assignment &assignment, const QByteArray &text, const NumberFacts &facts) {
            const TimeText time = timeIn(text);
            if (facts.kind != Kind::Time || !isSloppy(time))
                return;
            constexpr int daysOfMonth = 30;
            const QByteArray meaning = time.digits + time.suffix.left(1);
            const QByteArray mended = time.suffix.toLower().startsWith("mon")
                ? QByteArray::number(time.digits.toLongLong() * daysOfMonth) + 'd'
                : meaning.toLower();
            report.add(assignment.place(), {time.suffix.left(1), meaning}).fixes = {
                setValue(assignment, QT_TRANSLATE_NOOP("lint", "Write the unit as one letter"), mended)};
        });
}

void timeWithoutUnit(const Context &context, Report &report)
{
    forEachNumber(context,
                  [&](const Assignment &assignment, const QByteArray &text, const NumberFacts &facts) {
                      const TimeText time = timeIn(text);
                      if (facts.kind != Kind::Time || !facts.unit || *facts.unit == catalog::TimeUnit::Second
                          || time.digits.isEmpty() || !time.suffix.isEmpty() || time.digits.toLongLong() == 0)
                          return;
                      const QByteArray unit = nameOf(*facts.unit, catalog::timeUnitNames).toByteArray();
                      report.add(assignment.place(), {text, unit}).fixes = {
                          setValue(assignment, QT_TRANSLATE_NOOP("lint", "Write the unit"), text + unit)};
                  });
}

void badReplyCode(const Context &context, Report &report)
{
    constexpr qint64 lowest = 400;
    constexpr qint64 highest = 599;
    forEachNumber(context,
                  [&](const Assignment &assignment, const QByteArray &text, const NumberFacts &facts) {
                      const bool isCode = assignment.name.endsWith("_reject_code")
                          || assignment.name.endsWith("_defer_code") || assignment.name == "defer_code"
                          || assignment.name == "reject_code";
                      const auto code = integerIn(text, facts.kind);
                      if (isCode && isInteger(facts.kind) && code && (*code < lowest || *code > highest))
                          report.add(assignment.place(), {text});
                  });
}

} // namespace lint
