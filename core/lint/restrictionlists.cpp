// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/restrictionlists.h"

#include <algorithm>

namespace lint {

namespace {

using catalog::Argument;
using effective::noService;

using Scope = std::pair<QByteArray, qsizetype>; // parameter, service

/// What was asked for already.
struct KnownLists
{
    mutable QHash<const TracedValue *, QSet<QByteArray>> classes = {};
    mutable QHash<Scope, QList<Check>> checks = {};
    mutable QHash<Scope, QList<Check>> flatChecks = {};
    mutable QHash<Scope, QByteArrayList> flatNames = {}; ///< what these were made of
};

constexpr QByteArrayView classList = "smtpd_restriction_classes";

const KnownLists &knownLists(const Context &context)
{
    return context.once<KnownLists>([](const Context &) { return KnownLists(); });
}

QSet<QByteArray> classesIn(const Context &context, qsizetype service)
{
    const TracedValue &value = context.traced(classList, service);
    const KnownLists &known = knownLists(context);
    const auto found = known.classes.constFind(&value);
    if (found != known.classes.cend())
        return *found;
    QSet<QByteArray> classes;
    for (const Word &word : value.words())
        classes.insert(word.text);
    known.classes.insert(&value, classes);
    return classes;
}

bool looksLikeTable(QByteArrayView text)
{
    return text.startsWith('{') || text.contains(':');
}

bool isArgument(const Context &context, Argument wanted, const QByteArray &text)
{
    switch (wanted) {
    case Argument::Table:
    case Argument::Service:
        return looksLikeTable(text);
    case Argument::Seconds:
        return !text.isEmpty() && text.front() >= '0' && text.front() <= '9';
    case Argument::BlockList:
        return !context.reference().restriction(text);
    case Argument::None:
        break;
    }
    return false;
}

// generic_checks() in src/smtpd/smtpd_check.c.
QList<Check> readChecks(const Context &context, QByteArrayView parameter, qsizetype service)
{
    const QSet<QByteArray> classes = classesIn(context, service);
    const QList<Word> words = context.traced(parameter, service).words();
    QList<Check> checks;
    bool isWarned = false;
    for (qsizetype i = 0; i < words.size(); ++i) {
        Check check{.word = words[i], .name = words[i].text.toLower(), .isWarned = isWarned};
        check.restriction = context.reference().restriction(words[i].text);
        if (classes.contains(words[i].text)) {
            check.form = Check::Form::Class;
        } else if (check.restriction) {
            check.form = Check::Form::Known;
            const Argument wanted = check.restriction->argument;
            if (wanted != Argument::None) {
                if (i + 1 < words.size() && isArgument(context, wanted, words[i + 1].text)
                    && !classes.contains(words[i + 1].text))
                    check.arguments.append(words[++i]);
                else
                    check.isArgumentMissing = true;
                // What can only have been meant as its argument is no step of its own.
                const bool isMeant = check.isArgumentMissing && i + 1 < words.size()
                    && !context.reference().restriction(words[i + 1].text)
                    && !classes.contains(words[i + 1].text);
                if (isMeant)
                    check.arguments.append(words[++i]);
            }
        } else if (looksLikeTable(words[i].text)) {
            check.form = Check::Form::BareTable;
        }
        isWarned = check.is("warn_if_reject");
        checks.append(check);
    }
    return checks;
}

void flatten(const Context &context, QByteArrayView parameter, qsizetype service, bool isWarned, int depth,
             QList<Check> &flat, QByteArrayList &names)
{
    constexpr int deepest = 20;
    names.append(parameter.toByteArray());
    for (Check check : checksIn(context, parameter, service)) {
        check.isWarned = check.isWarned || isWarned;
        if (check.form == Check::Form::Class && depth < deepest)
            flatten(context, check.word.text, service, check.isWarned, depth + 1, flat, names);
        else
            flat.append(check);
    }
}

} // namespace

const QByteArrayList &restrictionParameters()
{
    static const QByteArrayList names{"smtpd_client_restrictions",      "smtpd_helo_restrictions",
                                      "smtpd_sender_restrictions",      "smtpd_relay_restrictions",
                                      "smtpd_recipient_restrictions",   "smtpd_data_restrictions",
                                      "smtpd_end_of_data_restrictions", "smtpd_etrn_restrictions"};
    return names;
}

bool isRestrictionParameter(QByteArrayView name)
{
    return name.endsWith("_restrictions") && restrictionParameters().contains(name);
}

QList<Check> checksIn(const Context &context, QByteArrayView parameter, qsizetype service)
{
    context.note(classList);
    context.note(parameter);
    const KnownLists &known = knownLists(context);
    const Scope scope(parameter.toByteArray(), service);
    if (const auto found = known.checks.constFind(scope); found != known.checks.cend())
        return *found;
    const QList<Check> checks = readChecks(context, parameter, service);
    known.checks.insert(scope, checks);
    return checks;
}

QList<Check> flatChecksIn(const Context &context, QByteArrayView parameter, qsizetype service)
{
    const KnownLists &known = knownLists(context);
    const Scope scope(parameter.toByteArray(), service);
    context.note(classList);
    if (const auto found = known.flatChecks.constFind(scope); found != known.flatChecks.cend()) {
        for (const QByteArray &name : known.flatNames.value(scope))
            context.note(name);
        return *found;
    }
    QList<Check> flat;
    QByteArrayList names;
    flatten(context, parameter, service, false, 0, flat, names);
    known.flatChecks.insert(scope, flat);
    known.flatNames.insert(scope, names);
    return flat;
}

Protection protectionIn(const Context &context, QByteArrayView parameter, qsizetype service)
{
    static const QSet<QByteArray> guards{"reject_unauth_destination", "defer_unauth_destination", "reject",
                                         "defer", "defer_if_permit"};
    constexpr catalog::Version guardless{3, 9, 0};
    Protection protection;
    for (const Check &check : flatChecksIn(context, parameter, service)) {
        if (check.is("permit"))
            return protection;
        const bool isGuard = check.form == Check::Form::Known
            && (guards.contains(check.name)
                || (check.name == "check_relay_domains" && context.version() < guardless));
        if (isGuard && !check.isWarned) {
            protection.isThere = true;
            return protection;
        }
        protection.before.append(check);
    }
    return protection;
}

QList<ListPlace> assignedLists(const Context &context)
{
    QList<ListPlace> lists;
    const QSet<QByteArray> classes = classesIn(context, noService);
    for (const QByteArray &name : restrictionParameters())
        context.note(name);
    for (const QByteArray &name : classes)
        context.note(name);
    for (qsizetype i = 0; i < context.assignmentCount(); ++i) {
        const Assignment &assignment = context.assignmentAt(i);
        if (assignment.isInForce && !assignment.isSpoilt
            && (isRestrictionParameter(assignment.name) || classes.contains(assignment.name)))
            lists.append(ListPlace{assignment.name, assignment.service});
    }
    return lists;
}

} // namespace lint
