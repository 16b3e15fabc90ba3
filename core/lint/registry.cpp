// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/registry.h"

#include "core/base/displaytext.h"
#include "core/lint/linter.h"
#include "core/lint/rows/rows.h"

#include <QCoreApplication>

#include <algorithm>

namespace lint {

namespace {

QList<Rule> allRules()
{
    QList<Rule> all;
    for (const std::span<const Rule> &group :
         {synRules(), refRules(), nameRules(), valRules(), fileRules(), mapRules(), masterRules(),
          xrefRules(), restrRules(), relayRules(), reachRules(), authRules(), tlsRules(), smugRules(),
          pscrRules(), delivRules(), perfRules(), compatRules(), secRules()})
        all.append(QList<Rule>(group.begin(), group.end()));
    return all;
}

} // namespace

const QList<Rule> &rules()
{
    static const QList<Rule> all = allRules();
    return all;
}

const Rule *ruleCalled(QByteArrayView id)
{
    const auto found =
        std::find_if(rules().begin(), rules().end(), [&](const Rule &rule) { return id == rule.id; });
    return found == rules().end() ? nullptr : &*found;
}

Findings findingsIn(const model::Snapshot &snapshot)
{
    const Context context(snapshot);
    Findings findings;
    for (const Rule &rule : rules()) {
        if (rule.reads != ReadsFlags(Reads::Bytes) || rule.isAdvice)
            continue;
        Report report(rule, findings);
        rule.check(context, report);
    }
    return inOrder(findings, snapshot);
}

Findings findingsIn(const model::Snapshot &snapshot, const Target &target, Profile profile,
                    const Context::IsCancelled &isCancelled)
{
    return Linter(target, profile).findingsIn(snapshot, isCancelled);
}

QString fileNameOf(const Finding &finding, const model::Snapshot &snapshot)
{
    return finding.unopened.isEmpty() ? snapshot.file(finding.place.file).info().name
                                      : QString::fromUtf8(finding.unopened);
}

QString messageOf(const Finding &finding)
{
    QString message = QCoreApplication::translate("lint", finding.rule->message);
    for (qsizetype i = 0; i < finding.arguments.size(); ++i) {
        // Translations may leave a detail out.
        if (message.contains(u'%' + QString::number(i + 1)))
            message = message.arg(base::displayText(finding.arguments[i]));
    }
    return message;
}

} // namespace lint
