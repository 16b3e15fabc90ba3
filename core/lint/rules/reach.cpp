// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rules/reach.h"

#include "core/lint/listfixes.h"
#include "core/lint/restrictionlists.h"

#include <algorithm>

namespace lint {

namespace {

bool isStop(const Check &check)
{
    return !check.isWarned && (check.is("permit") || check.is("reject") || check.is("defer"));
}

QByteArray lineOf(const Context &context, const Word &word)
{
    return word.place
        ? QByteArray::number(context.file(word.place->file).text().lineAt(word.place->range.begin) + 1)
        : QByteArray("?");
}

} // namespace

void afterUnconditional(const Context &context, Report &report)
{
    for (const ListPlace &list : assignedLists(context)) {
        const QList<Check> checks = checksIn(context, list.parameter, list.service);
        for (qsizetype i = 0; i + 1 < checks.size(); ++i) {
            if (!isStop(checks[i]))
                continue;
            Finding &finding = report.add(context.placeOf(checks[i + 1].word, list.parameter, list.service),
                                          {checks[i].word.text, lineOf(context, checks[i].word)});
            if (checks[i].word.place)
                finding.related = {*checks[i].word.place};
            const bool isOnlyStop = std::none_of(checks.begin() + i + 1, checks.end(),
                                                 [](const Check &one) { return isStop(one); });
            if (isOnlyStop)
                finding.fixes = moveBehind(context, QT_TRANSLATE_NOOP("lint", "Move the rest in front of it"),
                                           checks[i], checks.last());
            QList<Word> rest;
            for (const Check &one : checks.sliced(i + 1))
                rest += QList<Word>{one.word} + one.arguments;
            finding.fixes += removeWords(context, QT_TRANSLATE_NOOP("lint", "Remove the rest"), rest);
            break;
        }
    }
}

void afterDestinationSplit(const Context &context, Report &report)
{
    for (const ListPlace &list : assignedLists(context)) {
        bool isRejected = false;
        bool isPermitted = false;
        for (const Check &check : checksIn(context, list.parameter, list.service)) {
            if (isRejected && isPermitted) {
                report.add(context.placeOf(check.word, list.parameter, list.service));
                break;
            }
            if (isStop(check))
                break;
            isRejected = isRejected
                || (!check.isWarned
                    && (check.is("reject_unauth_destination") || check.is("defer_unauth_destination")));
            isPermitted = isPermitted || check.is("permit_auth_destination");
        }
    }
}

void repeatedRestriction(const Context &context, Report &report)
{
    for (const ListPlace &list : assignedLists(context)) {
        QHash<QByteArray, Word> seen;
        for (const Check &check : checksIn(context, list.parameter, list.service)) {
            if (check.form == Check::Form::Unknown || check.is("warn_if_reject") || check.is("sleep")
                || check.isArgumentMissing)
                continue;
            const QByteArray argument =
                check.arguments.isEmpty() ? QByteArray() : check.arguments.first().text;
            const QByteArray name = check.form == Check::Form::Known ? check.name : check.word.text;
            const QByteArray key = (check.isWarned ? "warn " : "") + name + ' ' + argument;
            const auto before = seen.constFind(key);
            if (before != seen.cend()) {
                Finding &finding = report.add(context.placeOf(check.word, list.parameter, list.service),
                                              {lineOf(context, *before)});
                if (before->place)
                    finding.related = {*before->place};
                finding.fixes =
                    removeCheck(context, QT_TRANSLATE_NOOP("lint", "Remove the repetition"), check);
            } else {
                seen.insert(key, check.word);
            }
            if (isStop(check))
                break;
        }
    }
}

} // namespace lint
