// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/linter.h"

#include "core/lint/registry.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace lint {

namespace {

using model::FileId;

constexpr ReadsFlags everything(Reads::Bytes | Reads::Settings | Reads::Services | Reads::Tables
                                | Reads::Files);

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

ReadsFlags touchedBetween(const model::Snapshot &before, const model::Snapshot &now)
{
    ReadsFlags touched;
    for (const FileId id : now.ids()) {
        if (before.file(id).text() == now.file(id).text())
            continue;
        touched |= Reads::Bytes;
        // What a setting comes to depends on the services too: some are named after them.
        touched |= id == FileId::MainCf || id == FileId::MasterCf ? Reads::Settings | Reads::Services
                                                                  : Reads::Tables | Reads::Files;
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

Findings Linter::findingsIn(const model::Snapshot &snapshot, const Context::IsCancelled &isCancelled)
{
    std::unique_ptr<Context> context;
    ReadsFlags touched = everything;
    if (m_context && isSameFolder(m_context->snapshot(), snapshot)) {
        touched = touchedBetween(m_context->snapshot(), snapshot);
        context = std::make_unique<Context>(snapshot, *m_context);
    } else {
        context = std::make_unique<Context>(snapshot, m_target, m_profile == Profile::Advice);
    }
    context->setCancel(isCancelled);
    const Roles roles = m_profile == Profile::Advice ? rolesOf(*context) : Roles();
    m_found.resize(rules().size());
    m_wasWanted.resize(rules().size());
    m_rulesRun = 0;
    Findings findings;
    for (qsizetype i = 0; i < rules().size(); ++i) {
        const Rule &rule = rules()[i];
        const bool wasWanted = std::exchange(m_wasWanted[i], isWanted(rule, roles));
        if (!m_wasWanted[i])
            continue;
        if ((rule.reads & touched) || !wasWanted) {
            m_found[i].clear();
            Report report(rule, m_found[i]);
            rule.check(*context, report);
            ++m_rulesRun;
        }
        if (context->isCancelled()) {
            m_context.reset();
            return {};
        }
        findings += m_found[i];
    }
    m_context = std::move(context);
    return inOrder(findings, snapshot);
}

Findings inOrder(Findings findings, const model::Snapshot &snapshot)
{
    std::ranges::stable_sort(findings, [](const Finding &a, const Finding &b) {
        return std::tie(a.unopened, a.place.file, a.place.range.begin)
            < std::tie(b.unopened, b.place.file, b.place.range.begin);
    });
    std::set<std::tuple<const Rule *, QByteArray, FileId, qsizetype>> seen;
    Findings once;
    for (const Finding &finding : findings) {
        const qsizetype line =
            snapshot.file(finding.place.file).text().lineAround(finding.place.range.begin).begin;
        if (seen.insert({finding.rule, finding.unopened, finding.place.file, line}).second)
            once.append(finding);
    }
    return once;
}

} // namespace lint
