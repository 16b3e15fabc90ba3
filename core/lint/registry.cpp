// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/registry.h"

#include "core/base/displaytext.h"
#include "core/lint/rows/rows.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>
#include <tuple>

namespace lint {

namespace {

Findings found(const Context &context, Profile profile, ReadsFlags readable)
{
    Findings findings;
    const Roles roles = profile == Profile::Advice ? rolesOf(context) : Roles();
    for (const Rule &rule : rules()) {
        const bool isFitting = !rule.isAdvice || (profile == Profile::Advice && isMeantFor(rule, roles));
        const bool isWanted = (rule.reads & ~readable) == ReadsFlags() && isFitting;
        const bool isForTarget = readable == ReadsFlags(Reads::Bytes) || context.version() >= rule.since;
        if (!isWanted || !isForTarget)
            continue;
        Report report(rule, findings);
        rule.check(context, report);
    }
    return findings;
}

/// In the order of places; the same rule at the same line only once.
Findings sorted(Findings findings, const model::Snapshot &snapshot)
{
    std::ranges::stable_sort(findings, [](const Finding &a, const Finding &b) {
        return std::tie(a.unopened, a.place.file, a.place.range.begin)
            < std::tie(b.unopened, b.place.file, b.place.range.begin);
    });
    std::set<std::tuple<const Rule *, QByteArray, model::FileId, qsizetype>> seen;
    Findings once;
    for (const Finding &finding : findings) {
        const qsizetype line = snapshot.file(finding.place.file).text().lineAt(finding.place.range.begin);
        const auto key = std::tuple(finding.rule, finding.unopened, finding.place.file, line);
        if (seen.contains(key))
            continue;
        seen.insert(key);
        once.append(finding);
    }
    return once;
}

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
    return sorted(found(Context(snapshot), Profile::Normal, Reads::Bytes), snapshot);
}

Findings findingsIn(const model::Snapshot &snapshot, const Target &target, Profile profile)
{
    constexpr ReadsFlags everything(Reads::Bytes | Reads::Settings | Reads::Services | Reads::Tables
                                    | Reads::Files);
    return sorted(found(Context(snapshot, target, profile == Profile::Advice), profile, everything),
                  snapshot);
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
