// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/upgrade/plan.h"

#include "core/lint/references.h"
#include "core/upgrade/parts.h"

#include <algorithm>

namespace upgrade {

bool Work::has(QByteArrayView parameter) const
{
    const catalog::Parameter *known = now.reference().catalog().find(parameter);
    return known && known->isKnownTo(to);
}

bool Work::isMentioned(QByteArrayView name) const
{
    return std::any_of(now.assignments().begin(), now.assignments().end(),
                       [&](const lint::Assignment &assignment) {
                           return assignment.definition.text.contains('$')
                               && lint::namesIn(assignment.definition.text).contains(name);
                       });
}

Steps stepsFor(const model::Snapshot &snapshot, const Route &route)
{
    Steps steps;
    const lint::Context context(snapshot, route.target);
    const Work work{.now = context, .to = route.to, .steps = steps};
    addTlsLevels(work);
    addNames(work);
    addRestrictions(work);
    addChainFiles(work);
    addTableTypes(work);
    std::ranges::stable_sort(steps, {}, &Step::weight);
    addDefaults(work); // what is kept comes before the level that changes it
    return steps;
}

void apply(model::Draft &draft, const Steps &steps)
{
    for (const Step &step : steps) {
        if (step.apply)
            step.apply(draft);
    }
}

} // namespace upgrade
