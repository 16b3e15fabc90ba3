// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/linter.h"

#include "core/lint/movement.h"
#include "core/lint/registry.h"

#include <QSet>

#include <algorithm>
#include <numeric>
#include <tuple>

namespace lint {

namespace {

using model::FileId;

/// Whether both have the same files, whatever is in them.
bool isSameFolder(const model::Snapshot &before, const model::Snapshot &now)
{
    return std::equal(before.files().begin(), before.files().end(), now.files().begin(), now.files().end(),
                      [](const model::File &a, const model::File &b) {
                          return a.info().path == b.info().path && a.info().name == b.info().name
                              && a.info().kind == b.info().kind
                              && a.info().problem.has_value() == b.info().problem.has_value();
                      });
}

/// Besides main.cf and master.cf, which are looked at closely.
ReadsFlags touchedBetween(const model::Snapshot &before, const model::Snapshot &now)
{
    ReadsFlags touched;
    for (const FileId id : now.ids()) {
        if (before.file(id).text() == now.file(id).text())
            continue;
        touched |= Reads::Bytes;
        if (id != FileId::MainCf && id != FileId::MasterCf)
            touched |= Reads::Tables | Reads::Files;
    }
    return touched;
}

} // namespace

Linter::Linter(Target target, Profile profile) : m_target(std::move(target)), m_profile(profile) { }

Linter::~Linter() = default;

bool Linter::isWanted(const Rule &rule, Roles roles) const
{
    return (!rule.isAdvice || (m_profile == Profile::Advice && isMeantFor(rule, roles)))
        && m_target.version >= rule.since;
}

void Linter::run(const Rule &rule, const Context &context, Known &known)
{
    known = {};
    known.isKnown = true;
    Report report(rule, known.findings, context, known.visits);
    const Context::Turn turn(context, {.notes = &known.reading, .isByAssignment = true});
    rule.check(context, report);
    known.hasLoops = context.visited().part > 0;
    ++m_rulesRun;
}

/// Moves what an edit left as it is, and looks at the rest again. False when the rule has to start over.
bool Linter::update(const Rule &rule, const Context &context, const Context::Difference &difference,
                    const Movement &movement, Known &known)
{
    Known now{.isKnown = true, .hasLoops = known.hasLoops, .reading = known.reading};
    if (known.hasLoops) {
        const QList<qsizetype> &focus = difference.assignments;
        Report report(rule, now.findings, context, now.visits);
        const Context::Turn turn(context, {.notes = &now.reading, .isByAssignment = true, .focus = &focus});
        rule.check(context, report);
    }
    const qsizetype again = now.findings.size();
    for (qsizetype i = 0; i < known.findings.size(); ++i) {
        Visited visited = known.visits[i];
        if (visited.assignment >= 0)
            visited.assignment = difference.wentTo[visited.assignment];
        if (known.hasLoops && visited.assignment < 0)
            continue; // it was found again, or has gone
        const auto moved = movement.moved(known.findings[i]);
        if (!moved)
            return false;
        now.findings.append(*moved);
        now.visits.append(visited);
    }
    if (again > 0 && again < now.findings.size())
        now.sort();
    known = now;
    return true;
}

/// As if all had been found in one run.
void Linter::Known::sort()
{
    QList<qsizetype> order(findings.size());
    std::iota(order.begin(), order.end(), qsizetype(0));
    std::ranges::stable_sort(order, [this](qsizetype a, qsizetype b) {
        return std::tie(visits[a].part, visits[a].assignment)
            < std::tie(visits[b].part, visits[b].assignment);
    });
    Known sorted;
    for (const qsizetype index : order) {
        sorted.findings.append(findings[index]);
        sorted.visits.append(visits[index]);
    }
    findings = sorted.findings;
    visits = sorted.visits;
}

Findings Linter::findingsIn(const model::Snapshot &snapshot, const Context::IsCancelled &isCancelled)
{
    std::unique_ptr<Context> context;
    std::optional<Context::Difference> difference;
    std::optional<Movement> movement;
    ReadsFlags touched;
    if (m_context && isSameFolder(m_before, snapshot)) {
        touched = touchedBetween(m_before, snapshot);
        context = std::make_unique<Context>(snapshot, *m_context);
        difference = context->differenceFrom(*m_context);
        movement.emplace(m_before, snapshot);
    } else {
        context = std::make_unique<Context>(snapshot, m_target, m_profile == Profile::Advice);
    }
    context->setCancel(isCancelled);
    const Roles roles = m_profile == Profile::Advice ? rolesOf(*context) : Roles();
    QList<Known> all = m_known;
    all.resize(rules().size());
    m_rulesRun = 0;
    Findings findings;
    for (qsizetype i = 0; i < rules().size(); ++i) {
        const Rule &rule = rules()[i];
        Known &known = all[i];
        if (!isWanted(rule, roles)) {
            known = {};
            continue;
        }
        const bool isReached = !known.isKnown || !difference || (rule.reads & touched)
            || known.reading.meets(difference->reading);
        if (isReached || (!movement->isNone() && !update(rule, *context, *difference, *movement, known)))
            run(rule, *context, known);
        if (context->isCancelled())
            return {};
        findings += known.findings;
    }
    m_known = all;
    m_context = std::move(context);
    m_before = snapshot;
    return inOrder(findings, snapshot);
}

Findings inOrder(Findings findings, const model::Snapshot &snapshot)
{
    std::ranges::stable_sort(findings, [](const Finding &a, const Finding &b) {
        return std::tie(a.unopened, a.place.file, a.place.range.begin)
            < std::tie(b.unopened, b.place.file, b.place.range.begin);
    });
    Findings once;
    once.reserve(findings.size());
    QSet<const Rule *> onLine;
    syntax::ByteRange line;
    for (const Finding &finding : findings) {
        const bool isSameFile = !once.isEmpty() && once.last().unopened == finding.unopened
            && once.last().place.file == finding.place.file;
        const qsizetype at = finding.place.range.begin;
        if (!isSameFile || at >= line.end) {
            line = snapshot.file(finding.place.file).text().lineAround(at);
            onLine.clear();
        }
        if (onLine.contains(finding.rule))
            continue;
        onLine.insert(finding.rule);
        once.append(finding);
    }
    return once;
}

} // namespace lint
