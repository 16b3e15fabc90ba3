// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/rule.h"

namespace lint {

/// Calls `visit(assignment)` for each: its own value may be asked for, and what it refers to. What else the
/// visit depends on it asks the context for; one visit must not depend on another.
template<typename Visit>
void forEachAssignment(const Context &context, Visit visit)
{
    context.forEachIndex([&](qsizetype index) { visit(context.assignmentAt(index)); });
}

/// The same with `visit(assignment, value)` for what is in force and can be judged: not spoilt by quotes or
/// comments, without references to nothing. `value` is a TracedValue.
template<typename Visit>
void forEachValue(const Context &context, Visit visit)
{
    context.forEachIndex([&](qsizetype index) {
        if (const TracedValue *value = context.judgedAt(index))
            visit(context.assignmentAt(index), *value);
    });
}

/// The same for one parameter.
template<typename Visit>
void forEachValueOf(const Context &context, QByteArrayView name, Visit visit)
{
    for (const Context::Judged &one : context.judged(name))
        visit(*one.assignment, *one.value);
}

/// The same for some.
template<typename Visit>
void forEachValueOf(const Context &context, const QSet<QByteArray> &names, Visit visit)
{
    for (const Context::Judged &one : context.judged(names))
        visit(*one.assignment, *one.value);
}

} // namespace lint
