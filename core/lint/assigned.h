// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/rule.h"

namespace lint {

/// Calls `visit(assignment, value)` for what is assigned and in force, and can be judged: not spoilt by
/// quotes or comments, without references to nothing. `value` is a TracedValue.
template<typename Visit>
void forEachValue(const Context &context, Visit visit)
{
    for (const Assignment &assignment : context.assignments()) {
        if (!assignment.isInForce || assignment.isSpoilt)
            continue;
        const TracedValue &value = context.traced(assignment.name, assignment.service);
        if (!value.isUncertain())
            visit(assignment, value);
    }
}

/// The same for one parameter.
template<typename Visit>
void forEachValueOf(const Context &context, QByteArrayView name, Visit visit)
{
    forEachValue(context, [&](const Assignment &assignment, const TracedValue &value) {
        if (assignment.name == name)
            visit(assignment, value);
    });
}

} // namespace lint
