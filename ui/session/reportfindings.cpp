// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/reportfindings.h"

#include <QCoreApplication>

namespace ui {

namespace {

Finding::Severity severityOf(lint::Severity severity)
{
    switch (severity) {
    case lint::Severity::Error:
        return Finding::Severity::Error;
    case lint::Severity::Warning:
        return Finding::Severity::Warning;
    case lint::Severity::Info:
        break;
    }
    return Finding::Severity::Info;
}

Finding::Origin originOf(check::Origin origin)
{
    switch (origin) {
    case check::Origin::Lint:
        break;
    case check::Origin::Postconf:
        return Finding::Origin::Postconf;
    case check::Origin::PostfixCheck:
        return Finding::Origin::PostfixCheck;
    case check::Origin::Files:
        return Finding::Origin::Files;
    }
    return Finding::Origin::Lint;
}

Finding::Fix fixOf(const lint::Fix &fix)
{
    return {.title = QCoreApplication::translate("lint", fix.title),
            .apply = [apply = fix.apply](model::Draft &draft) -> edits::Outcome {
                apply(draft);
                return {};
            }};
}

} // namespace

QList<Finding> findingsOf(const check::Problems &problems, Finding::Origin origin)
{
    QList<Finding> findings;
    for (const check::Problem &problem : problems) {
        if (originOf(problem.origin) != origin)
            continue;
        Finding finding{.severity = severityOf(problem.severity),
                        .origin = origin,
                        .rule = problem.rule,
                        .isAdvice = problem.isAdvice,
                        .message = problem.message,
                        .place = problem.place,
                        .file = problem.file,
                        .related = problem.related,
                        .ignored = problem.ignored};
        if (const lint::Rule *rule = lint::ruleCalled(problem.rule.toLatin1())) {
            finding.title = QCoreApplication::translate("lint", rule->title);
            finding.explanation = QCoreApplication::translate("lint", rule->explanation);
            finding.manual = QString::fromUtf8(rule->manual);
        }
        for (const lint::Fix &fix : problem.fixes)
            finding.fixes.append(fixOf(fix));
        findings.append(finding);
    }
    return findings;
}

} // namespace ui
