// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/restrictions/splitting.h"

#include "core/syntax/expansion.h"
#include "core/syntax/listvalue.h"

#include <algorithm>

namespace restrictions {

namespace {

using catalog::Argument;

constexpr QByteArrayView warnOnly = "warn_if_reject";

bool isWarnOnly(const QByteArray &item)
{
    return item.compare(warnOnly, Qt::CaseInsensitive) == 0;
}

bool isWord(const QByteArray &item, const Vocabulary &words)
{
    return words.reference->restriction(item) || words.classes.contains(item);
}

/// Whether Postfix takes `next` as the argument, or could not mean anything else by it: is_map_command() and
/// generic_checks() in src/smtpd/smtpd_check.c.
bool isArgument(Argument wanted, const QByteArray &next, const Vocabulary &words)
{
    switch (wanted) {
    case Argument::Table:
    case Argument::Service:
    case Argument::Seconds:
        return !isWord(next, words);
    case Argument::BlockList:
        return true; // whatever it is
    case Argument::None:
        break;
    }
    return false;
}

/// What is left of an item without its `$names`, which may hold a colon of their own.
QByteArray withoutNames(QByteArrayView item)
{
    QByteArray rest;
    for (qsizetype i = 0; i < item.size(); ++i) {
        if (item[i] != '$' || i + 1 >= item.size()) {
            rest += item[i];
            continue;
        }
        const char opening = item[i + 1];
        if (opening != '{' && opening != '(') {
            while (i + 1 < item.size() && syntax::isNameByte(item[i + 1]))
                ++i;
            continue;
        }
        const char closing = opening == '{' ? '}' : ')';
        int depth = 0;
        for (++i; i < item.size(); ++i) {
            depth += item[i] == opening ? 1 : item[i] == closing ? -1 : 0;
            if (depth == 0)
                break;
        }
    }
    return rest;
}

Form formOf(const QByteArray &item, const Vocabulary &words)
{
    // A class may have the name of a restriction; Postfix looks for its own first.
    if (words.reference->restriction(item))
        return Form::Restriction;
    if (words.classes.contains(item))
        return Form::Class;
    if (withoutNames(item).contains(':'))
        return Form::Table;
    return item.contains('$') && !item.startsWith('{') ? Form::Part : Form::Unknown;
}

/// An argument without which the step fails.
bool isFitting(Argument wanted, const QByteArray &argument)
{
    if (argument.contains('$'))
        return true;
    switch (wanted) {
    case Argument::Table:
    case Argument::Service:
        return argument.contains(':');
    case Argument::Seconds:
        return std::ranges::all_of(argument, [](char c) { return c >= '0' && c <= '9'; });
    case Argument::BlockList:
    case Argument::None:
        break;
    }
    return true;
}

} // namespace

QByteArray Step::partName() const
{
    QByteArrayView name = word;
    if (form != Form::Part || !name.startsWith('$'))
        return {};
    name = name.sliced(1);
    if (name.size() > 2
        && ((name.startsWith('{') && name.endsWith('}')) || (name.startsWith('(') && name.endsWith(')'))))
        name = name.sliced(1, name.size() - 2);
    const bool isName = !name.isEmpty() && std::ranges::all_of(name, syntax::isNameByte);
    return isName ? name.toByteArray() : QByteArray();
}

QList<Step> splitSteps(const QByteArrayList &items, const Vocabulary &words)
{
    QList<Step> steps;
    for (qsizetype i = 0; i < items.size();) {
        Step step{.first = i};
        while (i + 1 < items.size() && isWarnOnly(items[i])) {
            step.isWarning = true;
            ++i;
        }
        step.word = items[i];
        step.restriction = words.reference->restriction(items[i]);
        step.form = formOf(items[i], words);
        ++i;
        if (step.restriction && step.restriction->argument != Argument::None) {
            const Argument wanted = step.restriction->argument;
            step.isArgumentMissing = true;
            if (i < items.size() && isArgument(wanted, items[i], words)) {
                step.argument = items[i++];
                step.isArgumentMissing = !isFitting(wanted, step.argument);
            }
        }
        step.count = i - step.first;
        step.text = items.sliced(step.first, step.count).join(' ');
        steps.append(step);
    }
    return steps;
}

QList<syntax::ByteRange> stepRanges(const QByteArray &value, const Vocabulary &words)
{
    const QList<syntax::ListItem> items = syntax::listItems(value);
    QByteArrayList texts;
    for (const syntax::ListItem &item : items)
        texts.append(item.range.in(value).toByteArray());
    QList<syntax::ByteRange> ranges;
    for (const Step &step : splitSteps(texts, words))
        ranges.append({items[step.first].range.begin, items[step.first + step.count - 1].range.end});
    return ranges;
}

} // namespace restrictions
