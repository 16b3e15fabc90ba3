// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/completion/completion.h"

#include "core/completion/gathering.h"

namespace completion {

Completion completionAt(const model::Snapshot &snapshot, const Known &known, model::FileId file,
                        qsizetype offset)
{
    using Kind = Context::Kind;
    Completion result;
    if (!snapshot.contains(file))
        return result;
    const Context context = contextAt(snapshot.file(file), offset);
    if (context.kind == Kind::None)
        return result;
    const usages::Roles roles(snapshot, known.reference.catalog());
    const Desk desk{snapshot, known, roles, file};
    result.range = context.word;
    result.typed = context.typed;
    Gatherer gatherer(context.typed);
    switch (context.kind) {
    case Kind::None:
        break;
    case Kind::ParameterName:
        addParameterNames(desk, context, gatherer);
        break;
    case Kind::OverrideName:
        addParameterNames(desk, context, gatherer);
        result.isAskedFor = context.typed.isEmpty();
        break;
    case Kind::Value:
        if (context.isReference) {
            addReferences(desk, context, gatherer);
            result.isAskedFor = true;
        } else {
            result.isAskedFor = addValues(desk, context, gatherer);
        }
        break;
    case Kind::Field:
        addFields(desk, context, gatherer);
        break;
    case Kind::Argument:
        addArguments(desk, context, gatherer);
        break;
    case Kind::Result:
        result.isAskedFor = addResults(desk, context, gatherer);
        break;
    }
    result.candidates = gatherer.take();
    return result;
}

} // namespace completion
