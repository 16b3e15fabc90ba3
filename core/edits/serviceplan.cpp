// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/edits/serviceplan.h"

#include <QCoreApplication>

#include <algorithm>

namespace edits {

Replacement insertion(QByteArrayView text, qsizetype at, QByteArray lines)
{
    if (at == text.size() && at > 0 && text[at - 1] != '\n') {
        const QByteArray lineEnd = lineEndAt(text, at);
        if (lines.endsWith(lineEnd))
            lines.chop(lineEnd.size());
        else if (lines.endsWith('\n'))
            lines.chop(1);
        lines.prepend(lineEnd);
    }
    return {{at, at}, lines};
}

syntax::ByteRange removal(QByteArrayView text, syntax::ByteRange range)
{
    if (range.end == text.size() && !text.endsWith('\n') && range.begin > 0) {
        --range.begin;
        if (range.begin > 0 && text[range.begin - 1] == '\r')
            --range.begin;
    }
    return range;
}

Outcome attempt(model::Draft &draft, const QList<ServicePlan> &plans, const QByteArray &subject)
{
    const syntax::MasterCf before = draft.masterCf();
    for (const ServicePlan &plan : plans) {
        Replacements ordered = plan.replacements;
        std::stable_sort(ordered.begin(), ordered.end(), [](const Replacement &a, const Replacement &b) {
            return a.range.begin < b.range.begin;
        });
        const auto overlap = std::adjacent_find(
            ordered.begin(), ordered.end(),
            [](const Replacement &a, const Replacement &b) { return a.range.end > b.range.begin; });
        if (overlap != ordered.end())
            continue;
        model::Draft trial = draft;
        trial.replaceAll(model::FileId::MasterCf, ordered);
        if (isFulfilled(plan.intent, before, trial.masterCf())) {
            draft = trial;
            return {};
        }
    }
    return Refusal{
        Refusal::Reason::BadValue, subject,
        QCoreApplication::translate(
            "edits", "Lines around it would then belong to something else. Edit the source instead.")};
}

Outcome attempt(model::Draft &draft, const ServiceIntent &intent, const QList<Replacements> &ways,
                const QByteArray &subject)
{
    QList<ServicePlan> plans;
    for (const Replacements &way : ways)
        plans.append(ServicePlan{intent, way});
    return attempt(draft, plans, subject);
}

} // namespace edits
