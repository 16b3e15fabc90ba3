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
    for (const Context::Judged &one : context.judged())
        visit(*one.assignment, *one.value);
}

/// The same for one parameter.
template<typename Visit>
void forEachValueOf(const Context &context, QByteArrayView name, Visit visit)
{
    for (const Context::Judged &one : context.judged(name))
        visit(*one.assignment, *one.value);
}

} // namespace lint
