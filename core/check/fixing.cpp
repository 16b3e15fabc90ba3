// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/check/fixing.h"

#include "core/check/ignorecomments.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <set>

namespace check {

namespace {

using model::Draft;

/// In the order of the rules, for syntax comes first: what a file says may be another thing after that.
Problems found(const model::Snapshot &snapshot, const FixRequest &request)
{
    Problems problems = notIgnored(
        withIgnored(ownProblems(snapshot, request.target, request.profile), snapshot, request.project));
    const auto order = [](const Problem &problem) {
        const lint::Rule *rule = lint::ruleCalled(problem.rule.toLatin1());
        return rule ? rule - lint::rules().constData() : lint::rules().size();
    };
    std::ranges::stable_sort(problems,
                             [&](const Problem &a, const Problem &b) { return order(a) < order(b); });
    return problems;
}

bool isWanted(const Problem &problem, const FixRequest &request)
{
    return !problem.fixes.isEmpty()
        && (request.rules.isEmpty()
            || std::any_of(request.rules.begin(), request.rules.end(),
                           [&](const QByteArray &rule) { return isMeant(rule, problem.rule.toLatin1()); }));
}

QHash<QString, int> counted(const Problems &problems)
{
    QHash<QString, int> counts;
    for (const Problem &problem : problems)
        ++counts[problem.rule];
    return counts;
}

/// It does what it is for and no harm.
bool isGood(const Problem &mended, const Problems &before, const Problems &after)
{
    const auto countsBefore = counted(before);
    const auto countsAfter = counted(after);
    return countsAfter.value(mended.rule) < countsBefore.value(mended.rule)
        && std::none_of(after.begin(), after.end(), [&](const Problem &problem) {
               return problem.severity == lint::Severity::Error
                   && countsAfter.value(problem.rule) > countsBefore.value(problem.rule);
           });
}

} // namespace

FixReport fixAll(const model::Snapshot &snapshot, const FixRequest &request)
{
    FixReport report{.draft = Draft(snapshot)};
    std::set<std::tuple<QString, QString, QByteArray>> refused;
    Problems now = found(snapshot, request);
    // Two fixes that take each other back would never end.
    const qsizetype most = 2 * now.size();
    for (bool isMending = true; isMending && report.fixed.size() < most;) {
        isMending = false;
        for (const Problem &problem : now) {
            const model::Snapshot &state = report.draft.snapshot();
            const QByteArray subject = problem.place ? subjectOf(state, *problem.place) : QByteArray();
            const auto key = std::tuple(problem.rule, problem.file, subject);
            if (!isWanted(problem, request) || refused.contains(key))
                continue;
            Draft trial = report.draft;
            problem.fixes.first().apply(trial);
            const Problems then = found(trial.snapshot(), request);
            if (!isGood(problem, now, then)) {
                refused.insert(key);
                continue;
            }
            const qsizetype line = problem.place
                ? state.file(problem.place->file).text().lineAt(problem.place->range.begin) + 1
                : 0;
            report.fixed.append(
                Fixed{.problem = problem,
                      .title = QCoreApplication::translate("lint", problem.fixes.first().title),
                      .line = line});
            report.draft = trial;
            now = then;
            isMending = true;
            break;
        }
    }
    return report;
}

} // namespace check
